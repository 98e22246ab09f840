import type { Knex } from 'knex';
import type { DrillCase } from './WriteLog';

/** What became of the notices that follow from a drill's writes. */
export interface NoticesAudit {
  expected: number;
  lost: number;
  /** Twice, or to somebody who was not to be told. */
  doubled: number;
}

interface Told {
  entryId: string;
  personId: string;
}

/**
 * For every ledger entry of the drill's cases: exactly one notice for each
 * person whom the drill itself says is to be told.
 */
export async function auditNotices(
  knex: Knex,
  input: {
    cases: readonly DrillCase[];
    queryIds: ReadonlyMap<string, string>;
  },
): Promise<NoticesAudit> {
  const audit: NoticesAudit = { expected: 0, lost: 0, doubled: 0 };
  for (const drillCase of input.cases) {
    const queryId = input.queryIds.get(drillCase.requestKey);
    if (queryId === undefined) continue;
    const subject = `advice-query:${queryId}`;
    const entries: Array<{ id: string; type: string }> = await knex
      .withSchema('advice')
      .from('ledger_entry')
      .where({ subject })
      .select('id', 'type');
    const notices: Told[] = await knex
      .withSchema('notifications')
      .from('notice')
      .where({ subject })
      .whereIn(
        'type',
        drillCase.writes.map(write => write.move.type),
      )
      .select({ entryId: 'entry_id', personId: 'person_id' });
    const byType = new Map(
      drillCase.writes.map(({ move }) => [move.type, move]),
    );
    const expected = entries.flatMap(entry =>
      (byType.get(entry.type)?.tells(drillCase.cast) ?? []).map(
        keyOf(entry.id),
      ),
    );
    const there = notices.map(told => keyOf(told.entryId)(told.personId));
    audit.expected += expected.length;
    audit.lost += expected.filter(key => !there.includes(key)).length;
    audit.doubled += there.filter(
      (key, index) => !expected.includes(key) || there.indexOf(key) !== index,
    ).length;
  }
  return audit;
}

const keyOf = (entryId: string) => (personId: string) =>
  `${entryId} ${personId}`;
