import type { Knex } from 'knex';

/** A node of PostgreSQL's plan, with what happened when it ran. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** How a statement was carried out. */
export interface Explained {
  /** Names of the indexes of `query` that it went through. */
  queryIndexes: string[];
  /** How many entries of `query` and its indexes were looked at. */
  queryRows: number;
  /** What no statement may do to a large table, in words; hopefully none. */
  faults: string[];
}

/** A table of more rows than this is never read from end to end. */
const LARGE = 10_000;
/** More rows than this are never put together only to take a page of them. */
const MOST_GATHERED = 500;

/** Runs a statement and looks at how PostgreSQL carried it out. */
export async function explain(
  knex: Knex,
  select: Knex.QueryBuilder,
): Promise<Explained> {
  const { sql, bindings } = select.toSQL();
  const large: string[] = await knex('pg_class')
    .whereRaw('relnamespace = current_schema()::regnamespace')
    .where('reltuples', '>', LARGE)
    .pluck('relname');
  const { rows } = await knex.raw(`explain (analyze, format json) ${sql}`, [
    ...bindings,
  ]);
  const nodes = flatten(rows[0]['QUERY PLAN'][0].Plan);
  return {
    queryIndexes: nodes.flatMap(node => {
      const name = node['Index Name'];
      return name && node['Relation Name'] === 'query' ? [name] : [];
    }),
    queryRows: nodes
      .filter(node => node['Relation Name'] === 'query')
      .reduce((sum, node) => sum + rowsOf(node) + removedBy(node), 0),
    faults: nodes.flatMap(node => faultsOf(node, large)),
  };
}

function faultsOf(node: PlanNode, large: readonly string[]): string[] {
  const kind = node['Node Type'];
  const table = node['Relation Name'] ?? '';
  if (kind === 'Seq Scan' && large.includes(table)) {
    return [`Seq Scan on ${table}`];
  }
  const [input] = node.Plans ?? [];
  const gathers = /Sort|Hash|Materialize|Bitmap Heap/.test(kind);
  const size = rowsOf(kind === 'Bitmap Heap Scan' ? node : (input ?? node));
  return gathers && size > MOST_GATHERED ? [`${kind} of ${size} rows`] : [];
}

const removedBy = (node: PlanNode) =>
  (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];

const rowsOf = (node: PlanNode) => node['Actual Rows'] * node['Actual Loops'];

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
