/**
 * Finds open queries by the organisation that they are about and who has or
 * reads them, so that a sweep can ask for each person and employer at no cost.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create index query_held_about on query (subject_organisation_id, assignee_id)
      where open and subject_organisation_id is not null;
    create index query_read_about
      on query (subject_organisation_id, second_reader_id)
      where status = 'with-second-reader' and subject_organisation_id is not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index query_held_about, query_read_about');
};
