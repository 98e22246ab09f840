/**
 * What happened in versions, as complex cases have it: a correction is a new
 * row, and so is striking out. The rows before it stay; of each place the newest
 * version counts. An event keeps the further dates that its rules ask for, and
 * who recorded it: nobody where it came with a question of an unknown asker.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query_event
      add column version integer not null default 1,
      add column struck boolean not null default false,
      add column facts jsonb not null default '{}',
      add column added_by text,
      add column added_at timestamptz,
      drop constraint query_event_pkey,
      add primary key (query_id, place, version);
    update query_event event
      set added_at = query.received_at, added_by = query.raised_by
      from query where query.id = event.query_id;
    alter table query_event
      alter column added_at set default now(),
      alter column added_at set not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // One version a place: the first, as before there were others.
  await knex.raw(`
    delete from query_event where version > 1;
    alter table query_event
      drop constraint query_event_pkey,
      add primary key (query_id, place),
      drop column version,
      drop column struck,
      drop column facts,
      drop column added_by,
      drop column added_at;
  `);
};
