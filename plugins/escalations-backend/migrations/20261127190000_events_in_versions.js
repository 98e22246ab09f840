/**
 * What happened, meetings, and summons or requests in versions: a correction is
 * a new row, and so is what was struck out or answered. The rows before it stay,
 * as these tables can only be added to. Of each place the newest version counts.
 *
 * An event keeps the further dates that its rules ask for. A draft that mends a
 * case keeps what the case said when it was begun, so that what others changed
 * since is told from what its author changed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of ['event', 'encounter', 'legal_request']) {
    await knex.raw(`
      alter table ${table}
        add column version integer not null default 1,
        add column struck boolean not null default false,
        drop constraint ${table}_pkey,
        add primary key (escalation_id, place, version)`);
  }
  await knex.raw(`
    alter table event add column facts jsonb not null default '{}';
    alter table legal_request
      add column recorded_by text,
      add column recorded_at timestamptz,
      add column answered_on date,
      add column sealed_answer text,
      add constraint legal_request_answered check
        ((answered_on is null) = (sealed_answer is null));
    alter table draft add column sealed_basis text;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    alter table draft drop column sealed_basis;
    alter table legal_request
      drop constraint legal_request_answered,
      drop column recorded_by,
      drop column recorded_at,
      drop column answered_on,
      drop column sealed_answer;
    alter table event drop column facts;
  `);
  for (const table of ['event', 'encounter', 'legal_request']) {
    // One version a place: the first, whose seal names no version.
    await knex.raw(`
      delete from ${table} where version > 1;
      alter table ${table}
        drop constraint ${table}_pkey,
        add primary key (escalation_id, place),
        drop column version,
        drop column struck`);
  }
};
