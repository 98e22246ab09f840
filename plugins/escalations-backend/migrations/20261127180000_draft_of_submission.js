/**
 * Which draft a submission was, so that whoever raises it a second time, because
 * no answer came to the first, is told what was raised. The draft itself is gone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table submission add column draft_id text;
    create unique index submission_draft on submission (draft_id)
      where draft_id is not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('alter table submission drop column draft_id');
};
