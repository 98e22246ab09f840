const {
  createLedgerActorIndex,
  dropLedgerActorIndex,
} = require('@imsa-hub/core-node');

/**
 * What one person did, for the export of everything held on them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createLedgerActorIndex(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerActorIndex(knex);
};
