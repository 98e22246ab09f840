import { formatDate } from '@imsa-hub/core';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { EscalationContext } from '../EscalationContext';
import { day } from '../escalations/parts/PartReading';
import { newestOf, type CaseList, type Recorded } from './CaseList';
import type { Knex } from 'knex';

/** An event as a case keeps it. */
export interface CaseEvent extends HappenedEvent {
  /** Further dates that its rules ask for, by their ids. */
  facts?: Readonly<Record<string, string>>;
}

/** What an event is called that no rule stands for any more. */
const UNKNOWN_EVENT = 'Something that is not in the list any more';

/** What happened, in words. */
export const eventWords = (
  { limits }: Pick<EscalationContext, 'limits'>,
  ruleId: string,
) => limits().eventOf(ruleId) ?? UNKNOWN_EVENT;

/** What happened to the survivor, from which limits are counted. */
export const EVENTS: CaseList<CaseEvent> = {
  field: 'events',
  table: 'event',
  noun: 'an event',
  entryKind: 'event',
  words: (context, { ruleId, date, facts = {} }) =>
    [
      `${eventWords(context, ruleId)}, ${formatDate(date)}`,
      ...Object.entries(facts).map(
        ([id, fact]) =>
          `${context.limits().factQuestion(id) ?? id}: ${formatDate(fact)}`,
      ),
    ].join('\n'),
  read: ({ knex, escalationId }) => readEvents(knex, escalationId),
  async write({ trx, escalationId, place, version, struck, ...rest }) {
    const { item, personId, now } = rest;
    await trx.table('event').insert({
      escalation_id: escalationId,
      place,
      version,
      struck,
      rule_id: item.ruleId,
      event_date: item.date,
      facts: JSON.stringify(item.facts ?? {}),
      added_by: personId,
      added_at: now,
    });
  },
};

/** Events need nothing opened, so the sweeps can read them too. */
export async function readEvents(
  knex: Knex,
  escalationId: string,
): Promise<Array<Recorded<CaseEvent>>> {
  const rows = await newestOf(knex, 'event', escalationId).select(
    '*',
    day(knex, 'event_date'),
  );
  return rows.map(row => ({
    place: row.place,
    version: row.version,
    struck: row.struck,
    by: row.added_by,
    at: row.added_at,
    item: {
      ruleId: row.rule_id,
      date: row.event_date,
      ...(Object.keys(row.facts).length > 0 ? { facts: row.facts } : {}),
    },
  }));
}
