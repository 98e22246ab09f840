const {
  createLedgerActorIndex,
  createLedgerTables,
  createSealingTables,
  dropLedgerTables,
  dropSealingTables,
} = require('@imsa-hub/core-node');

/**
 * Complex cases. Columns named `sealed_…` hold compact JWE under the key of
 * their case; everything else is words from fixed lists, ids, numbers and
 * moments, and the case reference, which tells nobody who it is.
 *
 * The running role can only add to the tables named in `append_only`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table draft (
      id text primary key,
      version integer not null default 1,
      type text not null,
      author_id text not null,
      request_key text not null,
      escalation_id text,
      from_query_id text,
      created_at timestamptz not null,
      saved_at timestamptz not null,
      sealed_answers text not null,
      constraint draft_request_key unique (author_id, request_key)
    );
    create index draft_author on draft (author_id, saved_at desc, id);

    create table escalation (
      id text primary key,
      reference text not null,
      version integer not null default 1,
      type text not null,
      status text not null,
      level text not null default 'senior-imsa',
      case_reference text not null,
      nation text not null,
      region text not null,
      areas text[] not null,
      tier text not null,
      risks text[] not null default '{}',
      consent text not null,
      nrm_consent text not null,
      raised_by text not null,
      raised_at timestamptz not null,
      lead_id text,
      next_lead_id text,
      handler_id text,
      subject_organisation_id text,
      from_query_id text,
      rank integer not null,
      press_on date not null,
      review_on date,
      next_limit_on date,
      next_limit_title text,
      state_since timestamptz not null,
      state_due_at timestamptz,
      warned_at timestamptz,
      late_at timestamptz,
      waiting_for text,
      waiting_until date,
      key_outcomes text[] not null default '{}',
      has_learning_point boolean not null default false,
      has_structural_issue boolean not null default false,
      closed_at timestamptz,
      retain_until date,
      held boolean not null default false,
      destroyed_at timestamptz,
      marked jsonb not null default '[]',
      demo boolean not null default false,
      sealed_asked_of_hub text not null,
      sealed_options_explained text not null,
      sealed_consent_override text,
      sealed_nrm_refused_why text,
      sealed_extra text,
      sealed_returned_for text,
      sealed_learning_point text,
      sealed_structural_issue text,
      open boolean not null generated always as
        (status not in ('closed', 'withdrawn')) stored,
      constraint escalation_reference unique (reference),
      constraint escalation_status check (status in ('raised', 'returned',
        'accepted', 'in-progress', 'waiting', 'resolved', 'closed',
        'withdrawn')),
      constraint escalation_level check (level in ('senior-imsa',
        'hub-manager', 'outside-specialist')),
      constraint escalation_nation check (nation in ('england', 'wales',
        'scotland', 'northern-ireland')),
      constraint escalation_version check (version > 0),
      constraint escalation_handler check (status not in ('accepted',
        'in-progress', 'waiting', 'resolved') or handler_id is not null),
      constraint escalation_waiting check
        ((status = 'waiting') = (waiting_for is not null)),
      constraint escalation_next_lead check
        (next_lead_id is null or next_lead_id <> lead_id)
    );
    create index escalation_board on escalation (rank, press_on, id)
      where open;
    create index escalation_status_board on escalation
      (status, rank, press_on, id) where open;
    create index escalation_handler_board on escalation
      (handler_id, rank, press_on, id) where open;
    create index escalation_lead on escalation (lead_id, rank, press_on, id)
      where open;
    create index escalation_raised on escalation (raised_by, raised_at desc, id);
    create index escalation_closed on escalation (closed_at desc, id)
      where not open;
    create index escalation_case_reference on escalation
      (case_reference text_pattern_ops);
    create index escalation_reference_begin on escalation
      (reference text_pattern_ops);
    create index escalation_due on escalation (state_due_at)
      where open and late_at is null and state_due_at is not null;
    create index escalation_review on escalation (review_on)
      where open and review_on is not null;
    create index escalation_retention on escalation (retain_until)
      where not open and destroyed_at is null and not held;
    create unique index escalation_from_query on escalation (from_query_id)
      where from_query_id is not null and status <> 'withdrawn';

    create table submission (
      escalation_id text not null references escalation (id),
      number integer not null,
      at timestamptz not null,
      by_id text not null,
      sealed_pages text not null,
      primary key (escalation_id, number)
    );
    create table entry (
      id text primary key,
      escalation_id text not null references escalation (id),
      at timestamptz not null,
      kind text not null,
      by_id text,
      summary text,
      request_key text,
      sealed_text text,
      sealed_before text,
      constraint entry_kind check (kind in ('note', 'advice', 'call',
        'decision', 'move', 'fact', 'statement', 'opinion', 'spend',
        'safety-check', 'document', 'file', 'task', 'event', 'encounter'))
    );
    create index entry_of on entry (escalation_id, at desc, id desc);
    create table statement (
      escalation_id text not null references escalation (id),
      kind text not null,
      version integer not null,
      said_on date not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      sealed_text text not null,
      primary key (escalation_id, kind, version),
      constraint statement_kind check
        (kind in ('choice', 'justice', 'safety-plan'))
    );
    create table event (
      escalation_id text not null references escalation (id),
      place integer not null,
      rule_id text not null,
      event_date date not null,
      added_by text not null,
      added_at timestamptz not null,
      primary key (escalation_id, place)
    );
    create index event_rule on event (rule_id);
    create table encounter (
      escalation_id text not null references escalation (id),
      place integer not null,
      met_on date not null,
      interpreter text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      sealed_note text,
      primary key (escalation_id, place),
      constraint encounter_interpreter check (interpreter in ('used',
        'english-fluent', 'survivor-made-contact-and-declined'))
    );
    create table legal_request (
      escalation_id text not null references escalation (id),
      place integer not null,
      kind text not null,
      received_on date not null,
      due_on date,
      sealed_from text not null,
      primary key (escalation_id, place)
    );
    create table participant (
      id text primary key,
      escalation_id text not null references escalation (id),
      person_id text not null,
      part text not null,
      since timestamptz not null,
      until timestamptz,
      constraint participant_part check (part in ('raiser', 'lead',
        'next-lead', 'handler', 'referred', 'opinion'))
    );
    create unique index participant_current on participant
      (escalation_id, person_id, part) where until is null;
    create index participant_person on participant (person_id, escalation_id)
      where until is null;
    create unique index participant_one_lead on participant (escalation_id)
      where part = 'lead' and until is null;
    create table handover (
      id text primary key,
      escalation_id text not null references escalation (id),
      from_id text not null,
      to_id text not null,
      offered_at timestamptz not null,
      accepted_at timestamptz,
      ended_at timestamptz,
      completed boolean,
      survivor_agreed_on date,
      constraint handover_agreed check
        (completed is not true or survivor_agreed_on is not null)
    );
    create unique index handover_open on handover (escalation_id)
      where ended_at is null;
    create table task (
      id text primary key,
      escalation_id text not null references escalation (id),
      owner_id text not null,
      due_on date not null,
      state text not null default 'open',
      created_by text not null,
      created_at timestamptz not null,
      settled_by text,
      settled_at timestamptz,
      sealed_title text not null,
      constraint task_state check (state in ('open', 'done', 'dropped'))
    );
    create index task_of on task (escalation_id, due_on, id);
    create index task_owner on task (owner_id, due_on) where state = 'open';
    create table opinion (
      id text primary key,
      escalation_id text not null references escalation (id),
      asked_of text not null,
      asked_by text not null,
      asked_at timestamptz not null,
      given_at timestamptz,
      sealed_question text not null,
      sealed_text text,
      constraint opinion_other check (asked_of <> asked_by),
      constraint opinion_given check
        ((given_at is null) = (sealed_text is null))
    );
    create index opinion_of on opinion (escalation_id, asked_at);
    create index opinion_open on opinion (asked_of) where given_at is null;
    create table spend (
      id text primary key,
      escalation_id text not null references escalation (id),
      amount integer not null,
      state text not null default 'proposed',
      proposed_by text not null,
      proposed_at timestamptz not null,
      decided_by text,
      decided_at timestamptz,
      sealed_purpose text not null,
      sealed_alternatives text not null,
      sealed_reason text,
      constraint spend_amount check (amount > 0),
      constraint spend_state check (state in ('proposed', 'approved', 'refused')),
      constraint spend_other check (decided_by is null or decided_by <> proposed_by)
    );
    create index spend_of on spend (escalation_id, proposed_at);
    create index spend_open on spend (proposed_at) where state = 'proposed';
    create table safety_check (
      id text primary key,
      escalation_id text not null references escalation (id),
      subject text not null,
      result text not null,
      by_id text not null,
      at timestamptz not null,
      sealed_checked text not null,
      constraint safety_check_result check
        (result in ('safe', 'not-safe', 'not-clear'))
    );
    create index safety_check_of on safety_check (escalation_id, at);
    create table document (
      id text not null,
      version integer not null,
      escalation_id text not null references escalation (id),
      template_id text not null,
      by_id text not null,
      at timestamptz not null,
      hash text not null,
      sealed_title text not null,
      sealed_body text not null,
      primary key (id, version)
    );
    create index document_of on document (escalation_id, id, version);
    create table file (
      id text primary key,
      escalation_id text not null references escalation (id),
      type text not null,
      size integer not null,
      hash text not null,
      state text not null,
      by_id text not null,
      at timestamptz not null,
      sealed_name text not null,
      sealed_content text not null,
      constraint file_state check
        (state in ('quarantine', 'clean', 'not-scanned', 'refused')),
      constraint file_size check (size > 0)
    );
    create index file_of on file (escalation_id, at);
    create index file_quarantine on file (at) where state = 'quarantine';
    create table outcome (
      escalation_id text not null references escalation (id),
      area text not null,
      result text not null,
      sealed_why text not null,
      primary key (escalation_id, area),
      constraint outcome_result check (result in ('achieved', 'partly', 'not'))
    );
    create table breach (
      escalation_id text not null references escalation (id),
      status text not null,
      due_at timestamptz not null,
      noted_at timestamptz not null,
      handler_id text,
      primary key (escalation_id, status, due_at)
    );
    create table recusal (
      escalation_id text not null references escalation (id),
      person_id text not null,
      at timestamptz not null,
      primary key (escalation_id, person_id)
    );
    create table break_glass (
      id text primary key,
      escalation_id text not null references escalation (id),
      person_id text not null,
      at timestamptz not null,
      until timestamptz not null,
      sealed_reason text not null
    );
    create index break_glass_of on break_glass (escalation_id, until);
    create table append_only (table_name text primary key);
    insert into append_only values ('submission'), ('entry'), ('statement'),
      ('encounter'), ('event'), ('safety_check'), ('document'), ('breach'),
      ('legal_request'), ('append_only');
  `);
  await createSealingTables(knex);
  await createLedgerTables(knex);
  await createLedgerActorIndex(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
  await dropSealingTables(knex);
  await knex.raw(`drop table if exists append_only, break_glass, recusal,
    breach, outcome, file, document, safety_check, spend, opinion, task,
    handover, participant, legal_request, encounter, event, statement, entry,
    submission, escalation, draft`);
};
