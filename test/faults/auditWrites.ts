import type { Knex } from 'knex';
import type { DrillMove } from './DrillMove';
import type { DrillRecord } from './WriteLog';

/** What PostgreSQL has of a drill's writes. */
export interface WritesAudit {
  /** Acknowledged or found, and not there. */
  lost: number;
  /** There more often than written. */
  doubled: number;
  /** Records whose rows, history and ledger do not belong to one another. */
  torn: number;
  /** Ids of the records' rows. */
  ids: Map<DrillRecord, string>;
}

/**
 * Holds what the clients were told against the rows and ledger entries: each
 * write has its one entry, and each record's rows and history say the same.
 */
export async function auditWrites(
  knex: Knex,
  records: readonly DrillRecord[],
): Promise<WritesAudit> {
  const audit: WritesAudit = { lost: 0, doubled: 0, torn: 0, ids: new Map() };
  for (const record of records) await auditRecord(knex, record, audit);
  return audit;
}

async function auditRecord(
  knex: Knex,
  record: DrillRecord,
  audit: WritesAudit,
): Promise<void> {
  const { kind, facts, writes } = record;
  const rows = await kind.find(knex, facts);
  const ids = rows.map(row => row.id);
  if (facts.recordId && !ids.includes(facts.recordId)) ids.push(facts.recordId);
  const types: string[] = await knex
    .withSchema(kind.schema)
    .from('ledger_entry')
    .whereIn('subject', kind.subjects(ids, facts))
    .pluck('type');
  const moves = new Map(writes.map(({ move }) => [move.type, move]));
  for (const type of moves.keys()) {
    const those = writes.filter(write => write.move.type === type);
    const certain = those.filter(write => write.state !== 'open').length;
    const there = types.filter(item => item === type).length;
    audit.lost += Math.max(0, certain - there);
    audit.doubled += Math.max(0, there - those.length);
  }
  audit.doubled += Math.max(0, rows.length - 1);
  const [row] = rows;
  if (row) audit.ids.set(record, row.id);
  if (await isTorn({ knex, record, row, types, moves })) audit.torn += 1;
}

async function isTorn(input: {
  knex: Knex;
  record: DrillRecord;
  row: { id: string; version: number } | undefined;
  types: readonly string[];
  moves: ReadonlyMap<string, DrillMove>;
}): Promise<boolean> {
  const { knex, row, types, moves } = input;
  const { kind, facts } = input.record;
  if (!row) return types.some(type => moves.get(type)?.counts);
  const counted = types.filter(
    type => kind.countedByTime.has(type) || moves.get(type)?.counts,
  );
  if (row.version !== 1 + counted.length) return true;
  const expected = new Map<string, number>();
  for (const type of types) {
    const added = moves.get(type)?.rows ?? kind.rowsByTime[type] ?? {};
    for (const [table, count] of Object.entries(added)) {
      expected.set(table, (expected.get(table) ?? 0) + count);
    }
  }
  for (const [table, count] of expected) {
    const there = await knex
      .withSchema(kind.schema)
      .from(table)
      .where({ [kind.belongsBy]: row.id })
      .select(kind.belongsBy);
    if (there.length !== count) return true;
  }
  const { gone } = kind;
  return (
    gone !== undefined &&
    types.includes(gone.after) &&
    (await gone.count(knex, facts)) > 0
  );
}
