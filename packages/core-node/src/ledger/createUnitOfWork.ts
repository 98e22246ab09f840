import type { Knex } from 'knex';
import { newId } from '@imsa-hub/core';
import type { UnitOfWork, Work } from '../work/UnitOfWork';
import type { LedgerActor, LedgerEntry, LedgerRecord } from './LedgerEntry';
import { CHAIN_START, entryMac, stateDigest } from './ledgerChain';

/** Options of {@link createUnitOfWork}. */
export interface UnitOfWorkOptions {
  knex: Knex;
  /** 32 bytes that PostgreSQL never sees. */
  ledgerKey: Buffer;
  /** The plugin, told to the relay when something is to be published. */
  pluginId: string;
  /** The clock; the system's unless told. */
  now?: () => Date;
}

// One statement for all that commit needs, because the chain's head is locked
// while it runs: entries, outbox, new head and the relay's wake-up call.
const APPEND = `
  with entry as (
    insert into ledger_entry (id, chain, seq, at, actor, origin, type, subject,
      before_digest, after_digest, why, publish, prev_mac, mac)
    select r.id, r.chain, r.seq, r.at, r.actor, r.origin, r.type, r.subject,
      r."beforeDigest", r."afterDigest", r.why, r.publish, r."prevMac", r.mac
    from jsonb_to_recordset(:rows::jsonb) as r(id text, chain text, seq bigint,
      at timestamptz, actor text, origin text, type text, subject text,
      "beforeDigest" text, "afterDigest" text, why text, publish boolean,
      "prevMac" text, mac text)
    returning id, publish
  ), outbox as (
    insert into ledger_outbox (entry_id)
    select id from entry where publish
    returning entry_id
  ), head as (
    update ledger_head set seq = :seq, mac = :mac where chain = :chain
  )
  select pg_notify('hub_ledger', :pluginId) from outbox limit 1`;

const LOCK_HEAD = `
  insert into ledger_head as head (chain, seq, mac) values (:chain, 0, :start)
  on conflict (chain) do update set chain = excluded.chain
  returning seq, mac`;

/** See {@link UnitOfWork}. */
export function createUnitOfWork(options: UnitOfWorkOptions): UnitOfWork {
  const { knex, ledgerKey, pluginId } = options;
  const clock = options.now ?? (() => new Date());

  return {
    async run<T>(actor: LedgerActor, use: (work: Work) => Promise<T>) {
      const now = clock().toISOString();
      return knex.transaction(async trx => {
        const records: LedgerRecord[] = [];
        const result = await use({
          trx,
          now,
          newId: () => newId(),
          record: entry => records.push(entry),
        });
        if (records.length > 0) await append({ trx, actor, records, now });
        return result;
      });
    },
  };

  async function append(input: {
    trx: Knex.Transaction;
    actor: LedgerActor;
    records: LedgerRecord[];
    now: string;
  }): Promise<void> {
    const { trx, actor, records, now } = input;
    const { chain } = actor;
    const locked = await trx.raw(LOCK_HEAD, { chain, start: CHAIN_START });
    let seq = Number(locked.rows[0].seq);
    let mac: string = locked.rows[0].mac;
    const rows: LedgerEntry[] = records.map(record => {
      seq += 1;
      const unsigned = {
        id: newId(),
        chain,
        seq,
        at: now,
        actor: actor.id,
        origin: actor.origin ?? null,
        type: record.type,
        subject: record.subject,
        beforeDigest:
          record.before === undefined
            ? null
            : stateDigest(ledgerKey, record.before),
        afterDigest:
          record.after === undefined
            ? null
            : stateDigest(ledgerKey, record.after),
        why: record.why ?? null,
        publish: record.publish ?? true,
        prevMac: mac,
      };
      mac = entryMac(ledgerKey, unsigned);
      return { ...unsigned, mac };
    });
    await trx.raw(APPEND, {
      rows: JSON.stringify(rows),
      seq,
      mac,
      chain,
      pluginId,
    });
  }
}
