/**
 * What the search box needs: references found by their beginning (a plain
 * index serves `like` only where the server's collation is C), and the newest
 * first where words fit many.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create index query_reference_beginning
      on query (reference text_pattern_ops);
    create index query_received on query (received_at desc, id);
    create index query_areas on query using gin (areas);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    'drop index query_areas, query_received, query_reference_beginning',
  );
};
