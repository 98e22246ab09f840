/**
 * When somebody signed out last: tokens that were issued before count no more.
 * The statement trigger of `person` tells every process at once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('alter table person add column sessions_ended_at timestamptz');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table person drop column sessions_ended_at');
};
