import type { LedgerFault } from '@imsa-hub/core-node';
import type { Knex } from 'knex';

/** One way to tamper with a ledger, and what has to be said of it. */
export interface Damage {
  name: string;
  /** Done as the owner of the tables, who can do what the hub cannot. */
  do(table: () => Knex.QueryBuilder, trx: Knex.Transaction): Promise<void>;
  /** The places that must be named, and no others. */
  places: readonly number[];
  /** What must be said of the first of them. */
  says: RegExp;
}

/** The five damages to one chain of a length, somewhere in its middle. */
export function damagesOf(input: {
  chain: string;
  length: number;
}): readonly Damage[] {
  const { chain, length } = input;
  const middle = Math.floor(length / 2) + 7;
  const at = (query: Knex.QueryBuilder, seq: number) =>
    query.where({ chain, seq });
  return [
    {
      name: 'flip',
      do: table => at(table(), middle).update({ actor: 'person-99' }),
      places: [middle],
      says: /was changed/,
    },
    {
      name: 'delete',
      do: table => at(table(), middle).delete(),
      places: [middle],
      says: /is missing here/,
    },
    {
      name: 'insert',
      // At the end: in the middle the places are taken, each but once.
      async do(table) {
        const row = await at(table(), length).first();
        await table().insert({
          ...row,
          id: 'forged',
          seq: length + 1,
          prev_mac: row.mac,
        });
      },
      places: [length + 1],
      says: /was changed or does not belong here/,
    },
    {
      name: 'reorder',
      async do(table) {
        await at(table(), middle).update({ seq: -1 });
        await at(table(), middle + 1).update({ seq: middle });
        await at(table(), -1).update({ seq: middle + 1 });
      },
      places: [middle, middle + 1, middle + 2],
      says: /was changed or does not belong here/,
    },
    {
      name: 'truncate',
      async do(table, trx) {
        await table()
          .where({ chain })
          .where('seq', '>', length - 1)
          .delete();
        const last = await at(table(), length - 1).first('mac');
        await trx('ledger_head')
          .where({ chain })
          .update({ seq: length - 1, mac: last.mac });
      },
      places: [length],
      says: /the chain ends at/,
    },
  ];
}

/** What is wrong with the faults that were found of a damage, or nothing. */
export function misnamed(input: {
  damage: Damage;
  chain: string;
  faults: readonly LedgerFault[];
}): string[] {
  const { damage, chain, faults } = input;
  const wanted = new Set(damage.places);
  const named = new Set(faults.map(fault => fault.seq));
  const first = faults.find(fault => fault.seq === damage.places[0]);
  return [
    ...(faults.every(fault => fault.chain === chain)
      ? []
      : ['another chain is accused']),
    ...(damage.places.every(seq => named.has(seq))
      ? []
      : ['a damaged place is not named']),
    // The stored head, at the end of the chain, is named where it fits no more.
    ...(faults.every(
      fault => wanted.has(fault.seq) || fault.what.includes('stored head'),
    )
      ? []
      : ['a whole entry is accused']),
    ...(first && damage.says.test(first.what)
      ? []
      : [`it says "${first?.what}"`]),
  ];
}
