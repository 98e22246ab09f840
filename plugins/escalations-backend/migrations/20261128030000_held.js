/**
 * The few cases on hold are found among all that are closed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index escalation_held on escalation (retain_until, id) where held',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index escalation_held');
};
