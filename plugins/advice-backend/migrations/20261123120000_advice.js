const {
  createLedgerTables,
  createSealingTables,
  dropLedgerTables,
  dropSealingTables,
} = require('@imsa-hub/core-node');

/**
 * The advice line. Columns named `sealed_…` hold compact JWE under the key of
 * their query; everything else is words from fixed lists, ids and moments.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table query (
      id text primary key,
      reference text not null,
      version integer not null default 1,
      status text not null,
      request_key text not null,
      channel text not null,
      asker_kind text not null,
      raised_by text,
      received_at timestamptz not null,
      nation text not null,
      areas text[] not null,
      language text not null,
      interpreter text not null,
      safety jsonb not null,
      tier text,
      professional_role text,
      issue_area text,
      high_risk boolean not null default false,
      subject_organisation_id text,
      assignee_id text,
      assigned_at timestamptz,
      second_reader_id text,
      former_answerer_ids text[] not null default '{}',
      urgency_band text not null,
      urgency_reasons jsonb not null,
      rank integer not null,
      review_on date,
      next_limit_on date,
      next_limit_title text,
      first_reply_due_at timestamptz not null,
      resolution_due_at timestamptz not null,
      due_at timestamptz not null,
      first_replied_at timestamptz,
      stopped_at timestamptz,
      stopped_for text,
      warned_at timestamptz,
      late_at timestamptz,
      asker_unread boolean not null default false,
      receipt_hash text,
      helped text,
      merged_into text references query (id),
      marked jsonb not null default '[]',
      demo boolean not null default false,
      closed_at timestamptz,
      sealed_question text not null,
      sealed_who_can_act text not null,
      sealed_safe_contact text not null,
      sealed_about_service text not null,
      open boolean not null generated always as
        (status not in ('closed', 'merged')) stored,
      constraint query_reference unique (reference),
      constraint query_request_key unique (request_key),
      constraint query_receipt unique (receipt_hash),
      constraint query_status check (status in ('received', 'triaged',
        'in-hand', 'with-second-reader', 'answered', 'waiting-on-asker',
        'closed', 'merged')),
      constraint query_nation check (nation in ('england', 'wales', 'scotland',
        'northern-ireland')),
      constraint query_version check (version > 0),
      constraint query_owner check (status not in ('in-hand',
        'with-second-reader') or assignee_id is not null),
      constraint query_merged check
        ((status = 'merged') = (merged_into is not null))
    );
    create index query_open_queue on query (rank, due_at, id) where open;
    create index query_assignee on query (assignee_id, rank, due_at, id)
      where open;
    create index query_asked on query (raised_by, received_at desc, id);
    create index query_closed on query (closed_at desc, id) where not open;
    create index query_review on query (review_on) where open;
    create index query_due on query (due_at)
      where open and late_at is null and stopped_at is null;

    create table query_event (
      query_id text not null references query (id),
      place integer not null,
      rule_id text not null,
      event_date date not null,
      primary key (query_id, place)
    );
    create table query_entry (
      id text primary key,
      query_id text not null references query (id),
      at timestamptz not null,
      kind text not null,
      by_id text,
      summary text,
      staff_only boolean not null,
      reply_kind text,
      template_id text,
      template_version integer,
      second_reader_id text,
      request_key text unique,
      sealed_body text,
      constraint query_entry_kind check (kind in ('question', 'reply',
        'from-asker', 'to-asker', 'note', 'move'))
    );
    create index query_entry_query on query_entry (query_id, at, id);
    create table query_draft (
      query_id text primary key references query (id),
      id text not null,
      author_id text not null,
      kind text not null,
      template_id text,
      template_version integer,
      second_reader_id text,
      saved_at timestamptz not null,
      sealed_body text not null,
      sealed_returned_for text
    );
    create table clock_stop (
      query_id text not null references query (id),
      stopped_at timestamptz not null,
      restarted_at timestamptz,
      category text not null,
      primary key (query_id, stopped_at)
    );
    create table recusal (
      query_id text not null references query (id),
      person_id text not null,
      at timestamptz not null,
      primary key (query_id, person_id)
    );
    create table break_glass (
      id text primary key,
      query_id text not null references query (id),
      person_id text not null,
      at timestamptz not null,
      until timestamptz not null,
      sealed_reason text not null
    );
    create index break_glass_query on break_glass (query_id, until);
    create table query_outcome (
      query_id text not null references query (id),
      area text not null,
      result text not null,
      sealed_why text not null,
      primary key (query_id, area)
    );
    create table query_link (
      query_id text not null references query (id),
      other_id text not null references query (id),
      at timestamptz not null,
      primary key (query_id, other_id)
    );
    create table template (
      id text not null,
      version integer not null,
      title text not null,
      body text not null,
      nations text[] not null,
      areas text[] not null,
      kind text not null,
      retired boolean not null,
      changed_by text not null,
      changed_at timestamptz not null,
      primary key (id, version)
    );
  `);
  await createSealingTables(knex);
  await createLedgerTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
  await dropSealingTables(knex);
  await knex.raw(`drop table if exists template, query_link, query_outcome,
    break_glass, recusal, clock_stop, query_draft, query_entry, query_event,
    query`);
};
