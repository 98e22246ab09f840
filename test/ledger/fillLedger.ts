import { newId } from '@imsa-hub/core';
import {
  CHAIN_START,
  entryMac,
  stateDigest,
  type LedgerEntry,
} from '@imsa-hub/core-node';
import type { Knex } from 'knex';

const ROWS_AT_ONCE = 10_000;
const BEGAN = Date.parse('2026-01-05T09:00:00.000Z');
const KINDS = ['query-read', 'claimed', 'replied', 'refused', 'closed'];

const INSERT = `
  insert into ledger_entry (id, chain, seq, at, actor, origin, type, subject,
    before_digest, after_digest, why, publish, prev_mac, mac)
  select id, chain, seq, at, actor, origin, type, subject, "beforeDigest",
    "afterDigest", why, publish, "prevMac", mac
  from jsonb_to_recordset(?::jsonb) as row(id text, chain text, seq bigint,
    at timestamptz, actor text, origin text, type text, subject text,
    "beforeDigest" text, "afterDigest" text, why text, publish boolean,
    "prevMac" text, mac text)`;

/**
 * Fills chains with entries as years of work would leave them: each is made by
 * the code that makes them in the hub, but many are written in one statement.
 */
export async function fillLedger(input: {
  /** As the running role, with the schema as its search path. */
  knex: Knex;
  ledgerKey: Buffer;
  /** Entries of each chain, by its name. */
  chains: ReadonlyMap<string, number>;
}): Promise<void> {
  const { knex, ledgerKey, chains } = input;
  for (const [chain, length] of chains) {
    let mac = CHAIN_START;
    for (let from = 1; from <= length; from += ROWS_AT_ONCE) {
      const to = Math.min(length, from + ROWS_AT_ONCE - 1);
      const rows: LedgerEntry[] = [];
      for (let seq = from; seq <= to; seq += 1) {
        const entry = anEntry({ chain, seq, prevMac: mac, ledgerKey });
        mac = entry.mac;
        rows.push(entry);
      }
      await knex.raw(INSERT, [JSON.stringify(rows)]);
    }
    await knex('ledger_head').insert({ chain, seq: length, mac });
  }
}

function anEntry(input: {
  chain: string;
  seq: number;
  prevMac: string;
  ledgerKey: Buffer;
}): LedgerEntry {
  const { chain, seq, prevMac, ledgerKey } = input;
  const isMove = seq % 3 === 0;
  const digest = (state: number) =>
    isMove ? stateDigest(ledgerKey, { status: state }) : null;
  const unsigned = {
    id: newId(),
    chain,
    seq,
    at: new Date(BEGAN + seq * 7_919).toISOString(),
    actor: `person-${seq % 40}`,
    origin: stateDigest(ledgerKey, seq % 40).slice(0, 32),
    type: `advice.${KINDS[seq % KINDS.length]}`,
    subject: `advice-query:${chain}-${Math.floor(seq / 9)}`,
    beforeDigest: digest(seq),
    afterDigest: digest(seq + 1),
    why: isMove ? 'A reason such as people give for what they do here' : null,
    publish: isMove,
    prevMac,
  };
  return { ...unsigned, mac: entryMac(ledgerKey, unsigned) };
}
