/**
 * What merging and reopening need to keep: from when the clocks count, how
 * pressing a query is without the ones merged into it (its asker is shown no
 * more than that), and everybody who wrote on a reply.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table query
      add column clock_started_at timestamptz,
      add column own_urgency_band text;
    alter table query_draft
      add column written_by text[] not null default '{}';
    update query_draft set written_by = array[author_id];
    create index query_merged_here on query (merged_into)
      where merged_into is not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    drop index query_merged_here;
    alter table query_draft drop column written_by;
    alter table query
      drop column clock_started_at,
      drop column own_urgency_band;
  `);
};
