// @ts-check
/*
 * The history of a query, its events, who stepped back from it and who broke the
 * glass can be added to by the running role and neither changed nor taken away.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    create table append_only (table_name text primary key);
    insert into append_only values ('query_entry'), ('query_event'),
      ('recusal'), ('break_glass'), ('append_only');
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table append_only');
};
