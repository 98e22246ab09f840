/**
 * Which organisations a question names, until triage says what it is about:
 * whoever works for one of them does not see it meanwhile. The queue's own
 * indexes carry the column, so that rows that are left out are not fetched. A
 * query that came of a mail takes over what the mail named.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query
      add column named_organisation_ids text[] not null default '{}';
    update query set named_organisation_ids = mail.named_organisation_ids
      from mailbox_mail mail
      where mail.query_id = query.id and mail.status = 'logged'
        and query.tier is null;
  `);
  await createIndexes(
    knex,
    'nation, areas, subject_organisation_id, named_organisation_ids',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await createIndexes(knex, 'nation, areas, subject_organisation_id');
  await knex.raw('alter table query drop column named_organisation_ids');
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} included
 */
async function createIndexes(knex, included) {
  await knex.raw(`
    drop index query_queue_open, query_queue_status, query_queue_assignee,
      query_queue_asked, query_queue_closed;
    create index query_queue_open on query (rank, due_at, id)
      include (${included}) where open;
    create index query_queue_status on query (status, rank, due_at, id)
      include (${included}, assignee_id, second_reader_id) where open;
    create index query_queue_assignee on query (assignee_id, rank, due_at, id)
      include (${included}) where open;
    create index query_queue_asked on query (raised_by, received_at, id)
      include (${included});
    create index query_queue_closed on query (closed_at, id)
      include (${included}) where not open;
  `);
}
