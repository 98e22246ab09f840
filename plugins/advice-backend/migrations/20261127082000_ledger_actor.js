const { createLedgerActorIndex } = require('@imsa-hub/core-node');

/**
 * What one person did, for the export of everything held on them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createLedgerActorIndex(knex);
};

// The ledger's own tables have it from the start now, so it stays.
exports.down = async function down() {};
