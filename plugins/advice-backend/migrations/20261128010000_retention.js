const { createRetentionSteps } = require('@imsa-hub/core-node');

/**
 * How long a query is kept once it is closed, and what is decided about that.
 * One that was merged into another has no end of its own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query
      add column retain_until date,
      add column held boolean not null default false,
      add column retention_told_at timestamptz,
      add column destruction_asked_by text,
      add column destruction_asked_at timestamptz,
      add column destroyed_at timestamptz,
      add constraint query_destruction check
        ((destruction_asked_by is null) = (destruction_asked_at is null));
    -- What was closed before is kept for the usual seven years.
    update query set retain_until =
      ((coalesce(closed_at, received_at) at time zone 'Europe/London')
        + interval '84 months')::date
      where status = 'closed';
    alter table query add constraint query_retention check
      ((status = 'closed') = (retain_until is not null));
    create index query_ended on query (retain_until, id)
      where not open and destroyed_at is null;
    create index query_held on query (retain_until, id) where held;
  `);
  await createRetentionSteps(knex, { table: 'query', key: 'query_id' });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    delete from append_only where table_name = 'retention_step';
    drop table retention_step;
    drop index query_ended, query_held;
    alter table query
      drop constraint query_destruction,
      drop constraint query_retention,
      drop column retain_until,
      drop column held,
      drop column retention_told_at,
      drop column destruction_asked_by,
      drop column destruction_asked_at,
      drop column destroyed_at;
  `);
};
