/**
 * A mail may go to somebody outside the register: then the plugin that asked
 * for it says, at the moment of sending, where it goes. No address is here.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    alter table mail
      alter column person_id drop not null,
      add column outside_plugin text,
      add column outside_subject text,
      add constraint mail_outside_once unique (outside_plugin, outside_subject),
      add constraint mail_to_one check (
        (person_id is null) = (outside_subject is not null)
        and (outside_plugin is null) = (outside_subject is null))
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    delete from mail where person_id is null;
    alter table mail
      drop constraint mail_to_one,
      drop constraint mail_outside_once,
      drop column outside_subject,
      drop column outside_plugin,
      alter column person_id set not null
  `);
};
