/**
 * The answers of a submission beside its words, so that a case that was
 * returned can be mended without writing it all again. Sealed like the words.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('alter table submission add column sealed_answers text');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table submission drop column sealed_answers');
};
