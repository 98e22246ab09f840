/**
 * Every view of the queue reads its page from one of these alone. The keys are
 * a view's equality and its order; the columns included are what else the view
 * and the rules of sight ask of a query, so that rows that are left out are
 * never fetched. `raised_by` and `id` answer who asked and who stepped back.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    drop index query_open_queue, query_assignee, query_asked, query_closed;
    create index query_queue_open on query (rank, due_at, id)
      include (nation, areas, subject_organisation_id) where open;
    create index query_queue_status on query (status, rank, due_at, id)
      include (nation, areas, subject_organisation_id, assignee_id,
        second_reader_id) where open;
    create index query_queue_assignee on query (assignee_id, rank, due_at, id)
      include (nation, areas, subject_organisation_id) where open;
    create index query_queue_asked on query (raised_by, received_at, id)
      include (nation, areas, subject_organisation_id);
    create index query_queue_closed on query (closed_at, id)
      include (nation, areas, subject_organisation_id) where not open;
    create index query_unread on query (raised_by, received_at)
      where asker_unread;
    create index recusal_person on recusal (person_id, query_id);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    drop index query_queue_open, query_queue_status, query_queue_assignee,
      query_queue_asked, query_queue_closed, query_unread,
      recusal_person;
    create index query_open_queue on query (rank, due_at, id) where open;
    create index query_assignee on query (assignee_id, rank, due_at, id)
      where open;
    create index query_asked on query (raised_by, received_at desc, id);
    create index query_closed on query (closed_at desc, id) where not open;
  `);
};
