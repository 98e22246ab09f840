const {
  createLedgerActorIndex,
  createLedgerTables,
  dropLedgerTables,
} = require('@imsa-hub/core-node');

/**
 * The search keeps nothing: words and hits are in no table. What is here is
 * its ledger, for refusals at the door.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createLedgerTables(knex);
  await createLedgerActorIndex(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
};
