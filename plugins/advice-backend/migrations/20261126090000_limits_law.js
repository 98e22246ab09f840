/**
 * By which version of the law a query's limits were worked out, so that a
 * change of a rule or a closed day finds those to work out again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query add column limits_law text;
    create index query_limits_law on query (limits_law) where open;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table query drop column limits_law');
};
