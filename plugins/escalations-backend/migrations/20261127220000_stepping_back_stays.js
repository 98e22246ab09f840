// @ts-check
/*
 * Who stepped back from a case, and who broke the glass, can be added to by the
 * running role and neither changed nor taken away: a row that was deleted would
 * open a case, or hide that it was opened.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`insert into append_only values ('recusal'), ('break_glass')`);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    `delete from append_only where table_name in ('recusal', 'break_glass')`,
  );
};
