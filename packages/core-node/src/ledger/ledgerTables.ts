import type { Knex } from 'knex';

/**
 * The ledger's three tables in a plugin's schema: the entries (append only:
 * the running role gets no update or delete on them), the head of each chain,
 * and the outbox of entries whose consequences are still to come.
 */
export async function createLedgerTables(knex: Knex): Promise<void> {
  await knex.raw(`
    create table ledger_entry (
      id text primary key,
      chain text not null,
      seq bigint not null,
      at timestamptz not null,
      actor text not null,
      origin text,
      type text not null,
      subject text not null,
      before_digest text,
      after_digest text,
      why text,
      publish boolean not null,
      prev_mac text not null,
      mac text not null,
      constraint ledger_entry_chain_seq unique (chain, seq)
    );
    create index ledger_entry_subject on ledger_entry (subject, at);
    create table ledger_head (
      chain text primary key,
      seq bigint not null,
      mac text not null
    );
    create table ledger_outbox (
      entry_id text primary key,
      attempts integer not null default 0,
      not_before timestamptz not null default now()
    );
  `);
}

/**
 * Finds what one person did, for {@link readPersonLedger}. Each schema with a
 * ledger has it from a migration of its own.
 */
export async function createLedgerActorIndex(knex: Knex): Promise<void> {
  await knex.raw('create index ledger_entry_actor on ledger_entry (actor, at)');
}

/** Takes the index of {@link createLedgerActorIndex} away again. */
export async function dropLedgerActorIndex(knex: Knex): Promise<void> {
  await knex.raw('drop index ledger_entry_actor');
}

/** Takes the tables of {@link createLedgerTables} away again. */
export async function dropLedgerTables(knex: Knex): Promise<void> {
  await knex.raw(
    'drop table if exists ledger_outbox, ledger_head, ledger_entry',
  );
}
