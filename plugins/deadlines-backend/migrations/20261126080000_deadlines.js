const {
  createLedgerActorIndex,
  createLedgerTables,
  dropLedgerTables,
} = require('@imsa-hub/core-node');

/**
 * What the Hub decided about rules and closed days, only ever added to: rules
 * as they came stand in the catalog, and the last word on each counts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table rule_version (
      id text primary key,
      rule_id text not null,
      version integer not null,
      rule jsonb not null,
      shipped jsonb,
      change text not null,
      reason text not null,
      by_id text not null,
      at timestamptz not null,
      constraint rule_version_once unique (rule_id, version),
      constraint rule_version_change check
        (change in ('reviewed', 'ended', 'started')),
      constraint rule_version_reason check (reason <> ''),
      constraint rule_version_version check (version > 0)
    );

    create table holiday_change (
      id text primary key,
      -- The last word on a day wins, so the order is kept.
      place bigint generated always as identity,
      division text not null,
      date date not null,
      change text not null,
      title text not null,
      reason text not null,
      by_id text not null,
      at timestamptz not null,
      constraint holiday_change_division check (division in
        ('england-and-wales', 'scotland', 'northern-ireland')),
      constraint holiday_change_change check (change in ('add', 'remove')),
      constraint holiday_change_reason check (reason <> '')
    );

    -- Tells every process that holds the rules to read them again. Equal
    -- messages of one transaction arrive once.
    create function tell_deadlines_changed() returns trigger
      language plpgsql set search_path = pg_catalog as $tell$
      begin
        perform pg_notify('hub_deadlines', '');
        return null;
      end $tell$;

    create function refuse_rewriting() returns trigger
      language plpgsql set search_path = pg_catalog as $refuse$
      begin
        raise exception 'What was decided is only ever added to'
          using errcode = 'restrict_violation';
      end $refuse$;
  `);
  for (const table of ['rule_version', 'holiday_change']) {
    await knex.raw(`
      create trigger ${table}_changed
        after insert on ${table}
        for each statement execute function tell_deadlines_changed();
      create trigger ${table}_kept
        before update or delete on ${table}
        for each row execute function refuse_rewriting();
    `);
  }
  await createLedgerTables(knex);
  await createLedgerActorIndex(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
  await knex.raw(`
    drop table holiday_change, rule_version;
    drop function tell_deadlines_changed();
    drop function refuse_rewriting();
  `);
};
