import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { RecordSight } from '../conflict/RecordSight';
import type { HubService } from '../service/hubService';
import type { RecordStep, Work } from '../work/UnitOfWork';

/** What a record has to have so that it is kept for a time, and then ends. */
export interface KeptRow {
  id: string;
  reference: string;
  version: number;
  open: boolean;
  closed_at: Date | null;
  /** `YYYY-MM-DD`, in London. */
  retain_until: string | null;
  /** Kept beyond the end of its retention. */
  held: boolean;
  /** When its content was destroyed. */
  destroyed_at: Date | null;
  /** When it was told that its retention ended. */
  retention_told_at: Date | null;
  destruction_asked_by: string | null;
  destruction_asked_at: Date | null;
}

/** How long records of one kind are kept once they have ended. */
export interface RetentionSettings {
  /** Months from closing to the end of retention. */
  retentionMonths: number;
  /** Days between the end of retention being told and the destruction. */
  retentionReviewDays: number;
}

/**
 * One kind of record that is kept for a time once it has ended. Its table has
 * the columns of {@link KeptRow}; `retention_step` beside it has what was
 * decided.
 */
export interface KeptRecords<Row extends KeptRow> extends RetentionSettings {
  hub: HubService;
  /** What one is called: "case". */
  noun: string;
  /** Its table, by whose name its columns are called in {@link columns}. */
  table: string;
  /** The column of `retention_step` that names the record. */
  key: string;
  /** Every column of a row, with what sight asks. */
  columns: string;
  /** Who may see one, and who may decide on it. */
  sight: Pick<
    RecordSight<Row>,
    'filterReadable' | 'filterWorkable' | 'mayWorkOn'
  >;
  /** Who decides how long they are kept. */
  door: BasicPermission;
  /** What whoever brought it calls it; shown to those who decide. */
  alsoCalled(row: Row): string | null;
  subjectOf(id: string): string;
  /** Adds a step without content to its history. */
  addEntry(step: RecordStep): Promise<void>;
  /**
   * Takes away what tells of somebody and is not sealed, and what would be
   * left without its record.
   *
   * @returns what to write to the row, and further keys that end with its own
   */
  endWith(input: {
    work: Work;
    row: Row;
  }): Promise<{ patch: object; keys: readonly string[] }>;
}

/** What of {@link KeptRow} the shared part writes. */
export type RetentionPatch = Partial<
  Omit<KeptRow, 'id' | 'reference' | 'version' | 'open' | 'closed_at'>
>;

/** The row, as far as the filter lets through. */
export async function loadKept<Row extends KeptRow>(
  kept: KeptRecords<Row>,
  input: {
    trx: Knex;
    id: string;
    filter(select: Knex.QueryBuilder): void;
    /** Rows that somebody else changes just now are left alone. */
    skipLocked?: boolean;
  },
): Promise<Row | undefined> {
  const select = input.trx
    .from(kept.table)
    .select(input.trx.raw(kept.columns))
    .where(`${kept.table}.id`, input.id)
    .forUpdate(kept.table);
  input.filter(select);
  if (input.skipLocked) select.skipLocked();
  const [row] = await select;
  return row;
}
