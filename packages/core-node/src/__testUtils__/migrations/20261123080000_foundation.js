const { createLedgerTables, dropLedgerTables } = require('../../ledger');
const { createSealingTables, dropSealingTables } = require('../../sealing');

/**
 * A plugin's schema as small as can be: the foundation's tables and one more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createLedgerTables(knex);
  await createSealingTables(knex);
  await knex.raw('create table item (id text primary key)');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table item');
  await dropSealingTables(knex);
  await dropLedgerTables(knex);
};
