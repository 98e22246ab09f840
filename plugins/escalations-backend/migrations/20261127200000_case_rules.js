const KINDS = `'note', 'advice', 'call', 'decision', 'move', 'fact',
  'statement', 'opinion', 'spend', 'safety-check', 'document', 'file', 'task',
  'event', 'encounter'`;

/**
 * Signposts, which somebody may write who is not regulated for immigration
 * advice; every closing of a case with what came of it, so that a second one
 * takes nothing away; and outside specialists.
 *
 * The texts of a closing stay bound to the place they were first sealed for, the
 * columns of `escalation`, so that they could be carried over here as they were.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table entry drop constraint entry_kind;
    alter table entry add constraint entry_kind
      check (kind in (${KINDS}, 'signpost'));

    create table closing (
      escalation_id text not null references escalation (id),
      number integer not null,
      at timestamptz not null,
      by_id text,
      key_outcomes text[] not null default '{}',
      sealed_learning_point text,
      sealed_structural_issue text,
      primary key (escalation_id, number)
    );
    insert into closing (escalation_id, number, at, key_outcomes,
        sealed_learning_point, sealed_structural_issue)
      select id, 1, coalesce(closed_at, state_since), key_outcomes,
        sealed_learning_point, sealed_structural_issue
      from escalation e
      where exists (select from outcome o where o.escalation_id = e.id);
    alter table outcome add column closing integer not null default 1;
    alter table outcome alter column closing drop default;
    alter table outcome drop constraint outcome_pkey;
    alter table outcome add primary key (escalation_id, closing, area);

    create table specialist (
      id text primary key,
      escalation_id text not null references escalation (id),
      named_by text not null,
      named_at timestamptz not null,
      survivor_agreed_on date not null,
      sealed_who text not null,
      sealed_contact text not null,
      sealed_may_share text not null
    );
    create index specialist_of on specialist (escalation_id, named_at);

    insert into append_only values ('closing'), ('outcome'), ('specialist');
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    delete from append_only
      where table_name in ('closing', 'outcome', 'specialist');
    drop table specialist;
    delete from outcome o where closing <
      (select max(closing) from outcome x where x.escalation_id = o.escalation_id);
    alter table outcome drop column closing;
    alter table outcome add primary key (escalation_id, area);
    drop table closing;
    alter table entry drop constraint entry_kind;
    -- Signposts that were written stand against the older rule; they stay.
    alter table entry add constraint entry_kind
      check (kind in (${KINDS})) not valid;
  `);
};
