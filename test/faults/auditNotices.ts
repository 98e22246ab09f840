import type { Knex } from 'knex';
import type { DrillRecord } from './WriteLog';

/** What became of the notices that follow from a drill's writes. */
export interface NoticesAudit {
  expected: number;
  lost: number;
  /** Twice, or to somebody who was not to be told. */
  doubled: number;
  /** Entries that nobody had to be told of any more. */
  overtaken: number;
}

interface Told {
  entryId: string;
  personId: string;
}

/**
 * For every ledger entry of the drill's records: exactly one notice for each
 * person whom the drill itself says is to be told.
 */
export async function auditNotices(
  knex: Knex,
  ids: ReadonlyMap<DrillRecord, string>,
): Promise<NoticesAudit> {
  const audit: NoticesAudit = {
    expected: 0,
    lost: 0,
    doubled: 0,
    overtaken: 0,
  };
  for (const [record, id] of ids) await auditRecord(knex, record, id, audit);
  return audit;
}

async function auditRecord(
  knex: Knex,
  { kind, facts, writes }: DrillRecord,
  id: string,
  audit: NoticesAudit,
): Promise<void> {
  const subjects = kind.subjects([id], facts);
  const entries: Array<{ id: string; type: string }> = await knex
    .withSchema(kind.schema)
    .from('ledger_entry')
    .whereIn('subject', subjects)
    .select('id', 'type');
  const byType = new Map(writes.map(({ move }) => [move.type, move]));
  const notices: Told[] = await knex
    .withSchema('notifications')
    .from('notice')
    .whereIn('subject', subjects)
    .whereIn('type', [...byType.keys()])
    .select({ entryId: 'entry_id', personId: 'person_id' });
  const expected = entries.flatMap(entry => {
    const move = byType.get(entry.type);
    const isOvertaken =
      move?.toldUnless !== undefined &&
      entries.some(({ type }) => type === move.toldUnless) &&
      !notices.some(({ entryId }) => entryId === entry.id);
    if (isOvertaken) audit.overtaken += 1;
    if (!move || isOvertaken) return [];
    return move.tells(facts.cast).map(keyOf(entry.id));
  });
  const there = notices.map(told => keyOf(told.entryId)(told.personId));
  audit.expected += expected.length;
  audit.lost += expected.filter(key => !there.includes(key)).length;
  audit.doubled += there.filter(
    (key, index) => !expected.includes(key) || there.indexOf(key) !== index,
  ).length;
}

const keyOf = (entryId: string) => (personId: string) =>
  `${entryId} ${personId}`;
