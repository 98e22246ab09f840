/**
 * Requests to bring a case without the survivor's agreement. Whoever decides
 * sees what the request says and nothing of the draft. It is sealed with the
 * draft's key, and goes with the draft.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table consent_request (
      id text primary key,
      draft_id text not null unique references draft (id) on delete cascade,
      author_id text not null,
      asked_at timestamptz not null,
      subject_organisation_id text,
      decided_by text,
      decided_at timestamptz,
      granted boolean,
      sealed_why text not null,
      sealed_reason text,
      constraint consent_request_other
        check (decided_by is null or decided_by <> author_id),
      constraint consent_request_decided check
        ((decided_by is null) = (decided_at is null)
          and (decided_by is null) = (granted is null)
          and (decided_by is null) = (sealed_reason is null))
    );
    create index consent_request_open on consent_request (asked_at)
      where decided_at is null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table consent_request');
};
