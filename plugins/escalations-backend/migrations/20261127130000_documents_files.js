/**
 * A document keeps the web page it was rendered as, and the number of the
 * template it was begun from. A file that was refused keeps no content. What
 * is sent twice is told by the key that the page made for it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table document
      add column sealed_html text,
      add column template_version integer not null default 1,
      add column request_key text;
    create unique index document_request on document
      (escalation_id, by_id, request_key) where request_key is not null;
    alter table file
      alter column sealed_content drop not null,
      add column request_key text,
      add column looked_at timestamptz,
      add constraint file_content
        check ((state = 'refused') = (sealed_content is null));
    create unique index file_request on file
      (escalation_id, by_id, request_key) where request_key is not null;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    drop index file_request;
    alter table file drop constraint file_content, drop column looked_at,
      drop column request_key;
    delete from file where sealed_content is null;
    alter table file alter column sealed_content set not null;
    drop index document_request;
    alter table document drop column request_key,
      drop column template_version, drop column sealed_html;
  `);
};
