const {
  createLedgerActorIndex,
  dropLedgerActorIndex,
} = require('@imsa-hub/core-node');

/**
 * Subject access: holds that keep a person's details, and erasures, which one
 * person asks for and another confirms. Of an erased person a row with a
 * pseudonym stays, so that what refers to it still leads somewhere.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table person add column erased_at timestamptz;

    create table hold (
      id text primary key,
      person_id text not null references person (id),
      reason text not null,
      placed_by text not null,
      placed_at timestamptz not null,
      lifted_by text,
      lifted_at timestamptz,
      constraint hold_reason check (reason in ('complaint', 'legal-claim',
        'inquiry', 'safeguarding')),
      constraint hold_lifted_whole check (
        (lifted_by is null) = (lifted_at is null))
    );
    create unique index hold_one_open on hold (person_id)
      where lifted_at is null;

    create table erasure (
      id text primary key,
      person_id text not null references person (id),
      reason text not null,
      status text not null default 'asked',
      asked_by text not null,
      asked_at timestamptz not null,
      decided_by text,
      decided_at timestamptz,
      done_at timestamptz,
      constraint erasure_reason check (reason in ('asked-by-person',
        'no-longer-needed', 'entered-in-error')),
      constraint erasure_status check (status in ('asked', 'confirmed', 'done',
        'declined', 'withdrawn')),
      constraint erasure_decided_whole check (
        (decided_by is null) = (decided_at is null)
        and (decided_by is null) = (status = 'asked')),
      -- Two people, whatever the code above thinks.
      constraint erasure_two_people check (
        status not in ('confirmed', 'done') or decided_by <> asked_by),
      constraint erasure_done check ((status = 'done') = (done_at is not null))
    );
    create unique index erasure_one_open on erasure (person_id)
      where status in ('asked', 'confirmed');
    create index erasure_list on erasure (asked_at desc, id);
  `);
  await createLedgerActorIndex(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerActorIndex(knex);
  await knex.raw(`
    drop table erasure, hold;
    alter table person drop column erased_at;
  `);
};
