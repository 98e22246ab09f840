import type { Marks } from '@imsa-hub/core';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { CaseContent } from '../CaseContent';

/** What each part of a record is read with. */
export interface PartReading {
  knex: Knex;
  escalationId: string;
  person: PersonContext;
  content: CaseContent;
  /** Today in London, `YYYY-MM-DD`. */
  today: string;
  /** What the guard marked in sealed texts; nothing of what was destroyed. */
  marks(...sealed: ReadonlyArray<string | null>): Marks;
  named(personId: string): EscalationRecord['raisedBy'];
}

/** A day as `YYYY-MM-DD`, under its own name. */
export const day = (knex: Knex, column: string) =>
  knex.raw(`to_char(??, 'YYYY-MM-DD') as ??`, [column, column]);

/** A moment as an ISO instant, if there is one. */
export const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** Opens rows side by side. */
export const all = <T, R>(rows: readonly T[], map: (row: T) => Promise<R>) =>
  Promise.all(rows.map(map));
