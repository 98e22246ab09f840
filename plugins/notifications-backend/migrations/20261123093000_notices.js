const { createLedgerTables, dropLedgerTables } = require('@imsa-hub/core-node');

/**
 * Notices, the mails that say that there are some, and who wants no mails.
 * Other plugins' relays add to `notice`, in the transaction that takes the
 * ledger entry off their outbox. None of these tables holds content.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table mail (
      id text primary key,
      person_id text not null,
      created_at timestamptz not null default now(),
      -- Of the last try. Counted before it is made, so that a mail that stops
      -- the process cannot be tried for ever.
      claimed_at timestamptz,
      attempts integer not null default 0,
      not_before timestamptz not null default now(),
      sent_at timestamptz,
      -- Not sent and not going to be; last_error says why.
      dropped_at timestamptz,
      last_error text,
      constraint mail_attempts check (attempts >= 0),
      constraint mail_one_end check (sent_at is null or dropped_at is null),
      -- A code: what a mail server says can hold addresses.
      constraint mail_last_error check (last_error ~ '^[A-Za-z0-9-]{1,60}$')
    );
    -- At most one mail is on its way to a person.
    create unique index mail_one_waiting on mail (person_id)
      where sent_at is null and dropped_at is null;
    create index mail_due on mail (not_before)
      where sent_at is null and dropped_at is null;
    create index mail_person on mail (person_id, created_at);

    create table notice (
      id text primary key,
      entry_id text not null,
      plugin text not null,
      type text not null,
      subject text not null,
      person_id text not null,
      kind text not null,
      path text not null,
      created_at timestamptz not null default now(),
      read_at timestamptz,
      mail_id text references mail (id),
      -- Why no mail was made for it, now or later.
      mail_skipped text,
      constraint notice_once unique (entry_id, person_id),
      -- Knex takes a question mark for a value to fill in: \\x3f is one.
      constraint notice_path check (
        path ~ '^/([A-Za-z0-9][A-Za-z0-9/_-]*|)([\\x3f#][A-Za-z0-9=&_-]+|)$'),
      constraint notice_mail_skipped check (mail_skipped in ('not-admitted',
        'left', 'switched-off')),
      constraint notice_mailed_or_skipped check (
        mail_id is null or mail_skipped is null)
    );
    create index notice_list on notice (person_id, id desc);
    create index notice_unread on notice (person_id, id desc)
      where read_at is null;
    create index notice_to_mail on notice (person_id, created_at)
      where read_at is null and mail_id is null and mail_skipped is null;
    create index notice_mail on notice (mail_id) where mail_id is not null;

    create table preference (
      person_id text primary key,
      mail boolean not null,
      updated_at timestamptz not null default now()
    );

    -- Tells this person's open pages that the bell has changed. Equal messages
    -- of one transaction arrive once.
    create function tell_notice_changed() returns trigger
      language plpgsql set search_path = pg_catalog as $tell$
      begin
        perform pg_notify('hub_notice', new.person_id);
        return null;
      end $tell$;
    create trigger notice_changed
      after insert or update of read_at on notice
      for each row execute function tell_notice_changed();
  `);
  await createLedgerTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropLedgerTables(knex);
  await knex.raw(`
    drop table notice, mail, preference;
    drop function tell_notice_changed();
  `);
};
