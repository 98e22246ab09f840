/**
 * Notices and mails end after a time: these find what is old enough.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create index notice_age on notice (created_at);
    create index mail_age on mail (created_at)
      where sent_at is not null or dropped_at is not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index notice_age, mail_age');
};
