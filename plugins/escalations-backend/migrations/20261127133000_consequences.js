/**
 * What follows of itself: which law the limits were worked out by, what was
 * told of tasks and waits, cases that nobody handles any more, and the end of
 * retention.
 *
 * Why a case is kept longer, or destroyed, is sealed with a key of its own
 * (`retention:<id>`), which outlives the content.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table escalation
      add column limits_law text,
      add column released_at timestamptz,
      add column wait_over_at timestamptz,
      add column retention_told_at timestamptz,
      add column destruction_asked_by text,
      add column destruction_asked_at timestamptz,
      add constraint escalation_destruction check
        ((destruction_asked_by is null) = (destruction_asked_at is null)),
      drop constraint escalation_handler,
      add constraint escalation_handler check (status not in ('accepted',
        'in-progress', 'waiting', 'resolved')
        or handler_id is not null or released_at is not null);
    create index escalation_limits_law on escalation (limits_law) where open;
    create index escalation_released on escalation (rank, press_on, id)
      where open and released_at is not null;
    create index escalation_wait on escalation (waiting_until)
      where status = 'waiting' and wait_over_at is null;
    create index escalation_latest on escalation (raised_at desc, id desc);
    create index escalation_about on escalation (subject_organisation_id)
      where open and subject_organisation_id is not null;
    create index escalation_ended on escalation (retain_until, id)
      where not open and destroyed_at is null;

    alter table task
      add column due_told_at timestamptz,
      add column overdue_told_at timestamptz;
    create index task_due on task (due_on)
      where state = 'open' and overdue_told_at is null;

    alter table opinion add column lapsed_at timestamptz;

    create table retention_step (
      id text primary key,
      escalation_id text not null references escalation (id),
      at timestamptz not null,
      by_id text,
      step text not null,
      sealed_reason text,
      constraint retention_step_kind check
        (step in ('held', 'released', 'asked', 'destroyed'))
    );
    create index retention_step_of on retention_step (escalation_id, at);
    insert into append_only values ('retention_step');
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    delete from append_only where table_name = 'retention_step';
    drop table retention_step;
    drop index task_due;
    alter table task drop column due_told_at, drop column overdue_told_at;
    alter table opinion drop column lapsed_at;
    drop index escalation_latest;
    alter table escalation
      drop constraint escalation_handler,
      drop constraint escalation_destruction,
      drop column limits_law,
      drop column released_at,
      drop column wait_over_at,
      drop column retention_told_at,
      drop column destruction_asked_by,
      drop column destruction_asked_at;
    drop index escalation_about;
    drop index escalation_ended;
    -- Cases that nobody handles stand against the older rule; they stay.
    alter table escalation add constraint escalation_handler
      check (status not in ('accepted', 'in-progress', 'waiting', 'resolved')
        or handler_id is not null) not valid;
  `);
};
