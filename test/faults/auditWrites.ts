import type { Knex } from 'knex';
import type { DrillCase } from './WriteLog';

/** What PostgreSQL has of a drill's writes. */
export interface WritesAudit {
  /** Acknowledged or found, and not there. */
  lost: number;
  /** There more often than written. */
  doubled: number;
  /** Cases whose row, history and ledger do not belong to one another. */
  torn: number;
  /** Ids of the cases' rows, by request key. */
  queryIds: Map<string, string>;
}

/** Moves that time makes; they count the version up like any other. */
const BY_TIME = new Set([
  'advice.urgency-changed',
  'advice.clock-warning',
  'advice.clock-late',
  'advice.released',
]);

/**
 * Holds what the clients were told against the rows and ledger entries: each
 * write has its one entry, and each case's row and history say the same.
 */
export async function auditWrites(
  knex: Knex,
  cases: readonly DrillCase[],
): Promise<WritesAudit> {
  const audit: WritesAudit = {
    lost: 0,
    doubled: 0,
    torn: 0,
    queryIds: new Map(),
  };
  for (const drillCase of cases) await auditCase(knex, drillCase, audit);
  return audit;
}

async function auditCase(
  knex: Knex,
  drillCase: DrillCase,
  audit: WritesAudit,
): Promise<void> {
  const advice = (table: string) => knex.withSchema('advice').from(table);
  const rows: Array<{ id: string; version: number }> = await advice(
    'query',
  ).where({
    request_key: `${drillCase.cast.askerId}:${drillCase.requestKey}`,
  });
  const ids = [
    ...new Set([
      ...rows.map(row => row.id),
      ...(drillCase.queryId ? [drillCase.queryId] : []),
    ]),
  ];
  const types: string[] = await advice('ledger_entry')
    .whereIn(
      'subject',
      ids.map(id => `advice-query:${id}`),
    )
    .pluck('type');
  const written = new Set(drillCase.writes.map(write => write.move.type));
  for (const type of written) {
    const those = drillCase.writes.filter(write => write.move.type === type);
    const certain = those.filter(write => write.state !== 'open').length;
    const there = types.filter(item => item === type).length;
    audit.lost += Math.max(0, certain - there);
    audit.doubled += Math.max(0, there - those.length);
  }
  audit.doubled += Math.max(0, rows.length - 1);
  const [row] = rows;
  if (!row) {
    if (types.length > 0) audit.torn += 1;
    return;
  }
  audit.queryIds.set(drillCase.requestKey, row.id);
  const changes = types.filter(
    type =>
      BY_TIME.has(type) ||
      (written.has(type) && type !== 'advice.query-received'),
  );
  const history: string[] = await advice('query_entry')
    .where({ query_id: row.id })
    .pluck('kind');
  const kinds = new Map(
    drillCase.writes.map(({ move }) => [move.type, move.history]),
  );
  const expected = types.flatMap(type => kinds.get(type) ?? []);
  const agrees =
    row.version === 1 + changes.length &&
    // A target that passed leaves a line in the history too.
    expected.length ===
      history.length -
        types.filter(type => type === 'advice.clock-late').length;
  if (!agrees) audit.torn += 1;
}
