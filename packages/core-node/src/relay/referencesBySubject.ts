import type { Knex } from 'knex';

/** The references of a table's records, by the subjects they stand under. */
export async function referencesBySubject(options: {
  knex: Knex;
  /** With the columns `id` and `reference`. */
  table: string;
  /** `advice-query:<id>`; of no id, what stands before one. */
  subjectOf(id: string): string;
  subjects: readonly string[];
}): Promise<ReadonlyMap<string, string>> {
  const { knex, table, subjectOf, subjects } = options;
  const before = subjectOf('');
  const ids = subjects
    .filter(subject => subject.startsWith(before))
    .map(subject => subject.slice(before.length));
  if (ids.length === 0) return new Map();
  const rows: Array<{ id: string; reference: string }> = await knex
    .from(table)
    .whereRaw('id = any (?::text[])', [ids])
    .select('id', 'reference');
  return new Map(rows.map(row => [subjectOf(row.id), row.reference]));
}
