/**
 * Complex cases that came of queries. Each case was told of once: its row says
 * how it stood when it was last told, so that telling again changes nothing.
 * `query.case_id` is the one that stands.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query add column case_id text;
    create table query_case (
      case_id text primary key,
      query_id text not null references query (id),
      stands boolean not null,
      asker_told boolean not null default false,
      told_at timestamptz not null
    );
    create index query_case_of on query_case (query_id);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    drop table query_case;
    alter table query drop column case_id;
  `);
};
