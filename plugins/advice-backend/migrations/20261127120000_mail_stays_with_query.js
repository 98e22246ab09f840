/**
 * A mail that was set aside as a repeat of a query and put back stays with that
 * query, so that whoever may not know of the one does not meet the other.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table mailbox_mail drop constraint mailbox_mail_query;
    alter table mailbox_mail add constraint mailbox_mail_query check
      (query_id is not null or
        (status <> 'logged' and category is distinct from 'duplicate'));
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    alter table mailbox_mail drop constraint mailbox_mail_query;
    update mailbox_mail set query_id = null
      where status <> 'logged' and category is distinct from 'duplicate';
    alter table mailbox_mail add constraint mailbox_mail_query check
      (query_id is null =
        (status <> 'logged' and category is distinct from 'duplicate'));
  `);
};
