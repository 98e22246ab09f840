/**
 * Who is asked to read replies: the sweep for people who left looks each of
 * them up once, however many replies wait.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create index query_second_reader on query (second_reader_id)
      where status = 'with-second-reader';
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index query_second_reader');
};
