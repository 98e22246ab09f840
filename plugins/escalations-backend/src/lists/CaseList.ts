import { newestPlaced, nextPlaced } from '@imsa-hub/core-node';
import type { EntryKind } from '@imsa-hub/escalations-common';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type { SealForCase } from '../drafts/caseColumns';
import type { CaseContent } from '../escalations/CaseContent';

/** Where a list of a case is read. */
export interface ListReading {
  knex: Knex;
  escalationId: string;
  content: CaseContent;
}

/** An item as it stands: the newest version of its place. */
export interface Recorded<T> {
  place: number;
  /** From 1; each correction is one more. */
  version: number;
  struck: boolean;
  /** Who recorded this version, and when, where that is known. */
  by: string | null;
  at: Date | null;
  item: T;
  /** Its texts as they are sealed, for what the guard marked in them. */
  sealed?: ReadonlyArray<string | null>;
}

/** One version of an item, to be written. */
export interface ItemWriting<T> {
  trx: Knex;
  escalationId: string;
  place: number;
  version: number;
  struck: boolean;
  item: T;
  personId: string;
  now: string;
  seal: SealForCase;
}

/**
 * A list of a case: what happened, meetings, or summons and requests. Its table
 * is only added to; an item that is corrected or struck out has one row more.
 */
export interface CaseList<T> {
  /** Its field among the answers. */
  field: 'events' | 'encounters' | 'legalRequests';
  table: 'event' | 'encounter' | 'legal_request';
  /** One of them, within a sentence. */
  noun: string;
  entryKind: EntryKind;
  /** What an item says, for the timeline. */
  words(context: Pick<EscalationContext, 'limits'>, item: T): string;
  /** Every item with what was struck out, in the order of their places. */
  read(reading: ListReading): Promise<Array<Recorded<T>>>;
  write(writing: ItemWriting<T>): Promise<void>;
}

/** The newest version of each place of a table. */
export const newestOf = (knex: Knex, table: string, escalationId: string) =>
  newestPlaced(knex, { table, of: { escalation_id: escalationId } });

/** The next free place of a list. */
export const nextPlace = (
  trx: Knex,
  table: CaseList<unknown>['table'],
  escalationId: string,
) => nextPlaced(trx, { table, of: { escalation_id: escalationId } });

/** The name of a row for the seal: what a version says is sealed to it alone. */
export const sealedRow = (item: {
  escalationId: string;
  place: number;
  version: number;
}) =>
  [
    item.escalationId,
    item.place,
    ...(item.version === 1 ? [] : [item.version]),
  ].join('.');

/** An item's id, as forms and drafts name it. */
export const idOf = ({ place }: { place: number }) => String(place);
