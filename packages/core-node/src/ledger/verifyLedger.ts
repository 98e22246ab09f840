import type { Knex } from 'knex';
import type { ExportedHead } from './exportHeads';
import type { LedgerEntry } from './LedgerEntry';
import { CHAIN_START, entryMac } from './ledgerChain';

/** One thing that is wrong with a ledger. */
export interface LedgerFault {
  chain: string;
  /** The place in the chain; counting from 1. */
  seq: number;
  /** The entry, where there is one. */
  entryId?: string;
  /** What is wrong, in plain words. */
  what: string;
}

/** What {@link verifyLedger} found. */
export interface LedgerVerdict {
  entries: number;
  chains: number;
  headsChecked: number;
  faults: LedgerFault[];
}

const PAGE = 10_000;

type EntryColumns = [
  id: string,
  seq: string,
  at: string,
  actor: string,
  origin: string | null,
  type: string,
  subject: string,
  beforeDigest: string | null,
  afterDigest: string | null,
  why: string | null,
  publish: boolean,
  prevMac: string,
  mac: string,
];

// A million entries are read: as rows without names, and the moment as the text
// that was sealed. A part of a millisecond is no part of it, so one that was put
// there is shown, and fits the seal no more.
const READ_PAGE = `
  select id, seq,
    case when date_trunc('milliseconds', at) = at
      then to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      else at::text end,
    actor, origin, type, subject, before_digest, after_digest, why, publish,
    prev_mac, mac
  from ??.ledger_entry
  where chain = ? and seq > ?
  order by seq
  limit ?`;

/**
 * Walks every chain of one schema and names each entry that was changed, taken
 * out, put in or moved; exported heads show a tail that was cut.
 *
 * @param options.ledgerKeys - every key that entries were sealed with, the oldest
 *   first: after an entry under a newer one none is taken under an older
 */
export async function verifyLedger(options: {
  knex: Knex;
  schema: string;
  ledgerKeys: readonly Buffer[];
  heads: readonly ExportedHead[];
}): Promise<LedgerVerdict> {
  const { knex, schema, ledgerKeys } = options;
  const verdict: LedgerVerdict = {
    entries: 0,
    chains: 0,
    headsChecked: 0,
    faults: [],
  };
  const chainsIn = (table: string): Promise<string[]> =>
    knex.withSchema(schema).from(table).distinct().pluck('chain');
  const known = new Set([
    ...(await chainsIn('ledger_entry')),
    ...(await chainsIn('ledger_head')),
    ...options.heads.map(head => head.chain),
  ]);
  for (const chain of [...known].sort()) {
    verdict.chains += 1;
    const heads = new Map(
      options.heads
        .filter(head => head.chain === chain)
        .map(head => [head.seq, head]),
    );
    await walk({ chain, heads });
  }
  return verdict;

  async function walk(input: {
    chain: string;
    heads: Map<number, ExportedHead>;
  }): Promise<void> {
    const { chain, heads } = input;
    let seq = 0;
    let keysLeft = ledgerKeys;
    let prevMac = CHAIN_START;
    let reading = readPage(chain, seq);
    for (;;) {
      const page = await reading;
      // PostgreSQL reads on while this page is worked through.
      const last = page.at(-1)?.seq ?? seq;
      const isFull = page.length === PAGE;
      if (isFull) reading = readPage(chain, last);
      for (const entry of page) {
        verdict.entries += 1;
        while (seq + 1 < entry.seq) {
          seq += 1;
          fault({ chain, seq, what: 'an entry is missing here' });
          prevMac = entry.prevMac;
        }
        seq = entry.seq;
        const by = keysLeft.findIndex(
          key => entryMac(key, entry) === entry.mac,
        );
        if (by > 0) keysLeft = keysLeft.slice(by);
        if (by < 0) {
          fault({
            chain,
            seq,
            entryId: entry.id,
            what: 'this entry was changed or does not belong here',
          });
        } else if (entry.prevMac !== prevMac) {
          fault({
            chain,
            seq,
            entryId: entry.id,
            what: 'this entry does not follow the one before it',
          });
        }
        prevMac = entry.mac;
        const head = heads.get(entry.seq);
        if (head) {
          verdict.headsChecked += 1;
          heads.delete(entry.seq);
          if (head.mac !== entry.mac) {
            fault({
              chain,
              seq,
              entryId: entry.id,
              what: 'this entry is not the one that was exported',
            });
          }
        }
      }
      if (!isFull) break;
    }
    for (const head of heads.values()) {
      if (head.seq > seq) {
        fault({
          chain,
          seq: head.seq,
          what: `the chain ends at ${seq}, but this entry was exported on ${head.at}`,
        });
      }
    }
    const stored = await knex
      .withSchema(schema)
      .from('ledger_head')
      .where({ chain })
      .first('seq', 'mac');
    if (!stored || Number(stored.seq) !== seq || stored.mac !== prevMac) {
      fault({ chain, seq, what: 'the stored head is not the last entry' });
    }
  }

  function fault(found: LedgerFault): void {
    verdict.faults.push(found);
  }

  async function readPage(
    chain: string,
    after: number,
  ): Promise<LedgerEntry[]> {
    const read = knex
      .raw(READ_PAGE, [schema, chain, after, PAGE])
      .options({ rowMode: 'array' });
    const { rows }: { rows: EntryColumns[] } = await read;
    return rows.map(
      ([
        id,
        seq,
        at,
        actor,
        origin,
        type,
        subject,
        beforeDigest,
        afterDigest,
        why,
        publish,
        prevMac,
        mac,
      ]) => ({
        id,
        chain,
        seq: Number(seq),
        at,
        actor,
        origin,
        type,
        subject,
        beforeDigest,
        afterDigest,
        why,
        publish,
        prevMac,
        mac,
      }),
    );
  }
}

/** A database row as a {@link LedgerEntry}. */
export function toEntry(row: Record<string, unknown>): LedgerEntry {
  return {
    id: row.id as string,
    chain: row.chain as string,
    seq: Number(row.seq),
    at: (row.at as Date).toISOString(),
    actor: row.actor as string,
    origin: row.origin as string | null,
    type: row.type as string,
    subject: row.subject as string,
    beforeDigest: row.before_digest as string | null,
    afterDigest: row.after_digest as string | null,
    why: row.why as string | null,
    publish: row.publish as boolean,
    prevMac: row.prev_mac as string,
    mac: row.mac as string,
  };
}
