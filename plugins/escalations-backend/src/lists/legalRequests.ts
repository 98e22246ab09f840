import { formatDate } from '@imsa-hub/core';
import {
  LEGAL_REQUEST_KIND_NAMES,
  type LegalRequestKind,
} from '@imsa-hub/escalations-common';
import type { Knex } from 'knex';
import { all, day } from '../escalations/parts/PartReading';
import { newestOf, sealedRow, type CaseList } from './CaseList';

/** What a court or another body wants of the IMSA. */
export interface LegalRequest {
  kind: LegalRequestKind;
  /** `YYYY-MM-DD`, like all days here. */
  received: string;
  due?: string;
  from: string;
  /** What was done about it; nothing while it is open. */
  answered?: { on: string; text: string };
}

/** Of a request that is open, what decides where its case stands. */
export interface OpenRequest {
  kind: LegalRequestKind;
  due: string;
}

/** Witness summons and requests to hand over records. */
export const LEGAL_REQUESTS: CaseList<LegalRequest> = {
  field: 'legalRequests',
  table: 'legal_request',
  noun: 'a summons or request',
  entryKind: 'event',
  words: (_context, { kind, received, due, from, answered }) =>
    [
      `${LEGAL_REQUEST_KIND_NAMES[kind]} from ${from}`,
      `Received on ${formatDate(received)}`,
      due ? `To be answered by ${formatDate(due)}` : 'No day to answer by',
      ...(answered
        ? [`Answered on ${formatDate(answered.on)}: ${answered.text}`]
        : []),
    ].join('\n'),
  async read({ knex, escalationId, content }) {
    const rows = await newestOf(knex, 'legal_request', escalationId).select(
      '*',
      day(knex, 'received_on'),
      day(knex, 'due_on'),
      day(knex, 'answered_on'),
    );
    return all(rows, async row => {
      const name = sealedRow({ escalationId, ...row });
      const open = (column: string, sealed: string) =>
        content.open('legal_request', column, name, sealed);
      return {
        place: row.place,
        version: row.version,
        struck: row.struck,
        by: row.recorded_by,
        at: row.recorded_at,
        sealed: [row.sealed_from, row.sealed_answer],
        item: {
          kind: row.kind,
          received: row.received_on,
          ...(row.due_on ? { due: row.due_on } : {}),
          from: await open('sealed_from', row.sealed_from),
          ...(row.answered_on
            ? {
                answered: {
                  on: row.answered_on,
                  text: await open('sealed_answer', row.sealed_answer),
                },
              }
            : {}),
        },
      };
    });
  },
  async write({ trx, escalationId, place, version, struck, ...rest }) {
    const { item, personId, now, seal } = rest;
    const name = sealedRow({ escalationId, place, version });
    const { answered } = item;
    await trx.table('legal_request').insert({
      escalation_id: escalationId,
      place,
      version,
      struck,
      kind: item.kind,
      received_on: item.received,
      due_on: item.due ?? null,
      recorded_by: personId,
      recorded_at: now,
      sealed_from: await seal('legal_request', 'sealed_from', name, item.from),
      answered_on: answered?.on ?? null,
      sealed_answer: answered
        ? await seal('legal_request', 'sealed_answer', name, answered.text)
        : null,
    });
  },
};

/** Requests that nobody has answered and that have a day to answer by. */
export async function readOpenRequests(
  knex: Knex,
  escalationId: string,
): Promise<OpenRequest[]> {
  return newestOf(knex, 'legal_request', escalationId)
    .where({ struck: false })
    .whereNull('answered_on')
    .whereNotNull('due_on')
    .select('kind', knex.raw(`to_char(due_on, 'YYYY-MM-DD') as due`));
}
