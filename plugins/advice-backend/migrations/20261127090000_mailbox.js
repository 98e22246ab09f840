/**
 * The advice mailbox. A mail is sealed with a key of its own until it is
 * logged; from then on with the key of its query, so that both end together.
 * A mail that was set aside loses its key after a while and keeps its row, by
 * which the same mail is known when it comes again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    create table mailbox_mail (
      id text primary key,
      fingerprint text not null,
      version integer not null default 1,
      status text not null,
      received_at timestamptz not null,
      automatic boolean not null,
      answerable boolean not null,
      cut boolean not null,
      attachment_count integer not null,
      sender_fingerprint text,
      named_organisation_ids text[] not null default '{}',
      handled_by text,
      handled_at timestamptz,
      category text,
      query_id text references query (id),
      may_write boolean not null default false,
      demo boolean not null default false,
      sealed_sender text,
      sealed_subject text,
      sealed_text text,
      sealed_attachments text,
      sealed_reason text,
      constraint mailbox_mail_once unique (fingerprint),
      constraint mailbox_mail_version check (version > 0),
      constraint mailbox_mail_status check (status in ('waiting', 'logged',
        'set-aside', 'destroyed')),
      constraint mailbox_mail_category check (category in ('spam',
        'not-for-us', 'duplicate')),
      constraint mailbox_mail_set_aside check
        ((status in ('set-aside', 'destroyed')) = (category is not null)),
      constraint mailbox_mail_query check (query_id is null =
        (status <> 'logged' and category is distinct from 'duplicate')),
      constraint mailbox_mail_handled check
        ((status = 'waiting') = (handled_at is null)),
      constraint mailbox_mail_write check (not may_write or status = 'logged'),
      constraint mailbox_mail_sealed check ((status = 'destroyed') =
        (sealed_text is null))
    );
    create index mailbox_mail_waiting on mailbox_mail (received_at, id)
      where status = 'waiting';
    create index mailbox_mail_set_aside_list
      on mailbox_mail (handled_at desc, id) where status = 'set-aside';
    create unique index mailbox_mail_logged on mailbox_mail (query_id)
      where status = 'logged';
    create index mailbox_mail_sender on mailbox_mail (sender_fingerprint)
      where may_write;

    -- Mails without content to somebody who wrote: that it arrived, that there
    -- is something to read.
    create table mailbox_note (
      id text primary key,
      mail_id text not null references mailbox_mail (id),
      kind text not null,
      made_at timestamptz not null,
      ended_at timestamptz,
      outcome text,
      sealed_code text,
      constraint mailbox_note_kind check (kind in ('arrived', 'to-read')),
      constraint mailbox_note_outcome check (outcome in ('sent', 'given-up',
        'not-wanted', 'too-many')),
      constraint mailbox_note_ended check
        ((ended_at is null) = (outcome is null)),
      -- The code is kept no longer than the mail is on its way.
      constraint mailbox_note_code check
        (sealed_code is null or (ended_at is null and kind = 'arrived'))
    );
    create unique index mailbox_note_one_waiting on mailbox_note (mail_id, kind)
      where ended_at is null;
    create unique index mailbox_note_arrived on mailbox_note (mail_id)
      where kind = 'arrived';
    create index mailbox_note_mail on mailbox_note (mail_id, made_at);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop table if exists mailbox_note, mailbox_mail');
};
