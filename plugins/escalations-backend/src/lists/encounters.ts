import { formatDate } from '@imsa-hub/core';
import {
  INTERPRETER_VALUE_NAMES,
  type InterpreterValue,
} from '@imsa-hub/escalations-common';
import { all, day } from '../escalations/parts/PartReading';
import { newestOf, sealedRow, type CaseList } from './CaseList';

/** A meeting or call with the survivor. */
export interface Encounter {
  /** `YYYY-MM-DD`. */
  date: string;
  interpreter: InterpreterValue;
  note?: string;
}

/** Meetings with the survivor, and how words crossed languages in each. */
export const ENCOUNTERS: CaseList<Encounter> = {
  field: 'encounters',
  table: 'encounter',
  noun: 'a meeting',
  entryKind: 'encounter',
  words: (_context, { date, interpreter, note }) =>
    [
      `${formatDate(date)}. ${INTERPRETER_VALUE_NAMES[interpreter]}`,
      ...(note ? [note] : []),
    ].join('\n'),
  async read({ knex, escalationId, content }) {
    const rows = await newestOf(knex, 'encounter', escalationId).select(
      '*',
      day(knex, 'met_on'),
    );
    return all(rows, async row => {
      const note = await content.maybe(
        'encounter',
        'sealed_note',
        sealedRow({ escalationId, place: row.place, version: row.version }),
        row.sealed_note,
      );
      return {
        place: row.place,
        version: row.version,
        struck: row.struck,
        by: row.recorded_by,
        at: row.recorded_at,
        sealed: [row.sealed_note],
        item: {
          date: row.met_on,
          interpreter: row.interpreter,
          ...(note ? { note } : {}),
        },
      };
    });
  },
  async write({ trx, escalationId, place, version, struck, ...rest }) {
    const { item, personId, now, seal } = rest;
    await trx.table('encounter').insert({
      escalation_id: escalationId,
      place,
      version,
      struck,
      met_on: item.date,
      interpreter: item.interpreter,
      recorded_by: personId,
      recorded_at: now,
      sealed_note: item.note
        ? await seal(
            'encounter',
            'sealed_note',
            sealedRow({ escalationId, place, version }),
            item.note,
          )
        : null,
    });
  },
};
