import {
  eventColumns,
  eventName,
  eventRow,
  readEventRow,
  sayEvent,
  type EventDbRow,
  type KeptEvent,
  type KeptHappened,
} from '@imsa-hub/deadlines-node';
import type { EscalationContext } from '../EscalationContext';
import { newestOf, type CaseList } from './CaseList';
import type { Knex } from 'knex';

/** What happened, in words. */
export const eventWords = (
  { limits }: Pick<EscalationContext, 'limits'>,
  ruleId: string,
) => eventName(limits(), ruleId);

/** What happened to the survivor, from which limits are counted. */
export const EVENTS: CaseList<KeptHappened> = {
  field: 'events',
  table: 'event',
  noun: 'an event',
  entryKind: 'event',
  words: ({ limits }, event) => sayEvent(limits(), event),
  read: ({ knex, escalationId }) => readEvents(knex, escalationId),
  async write({ trx, escalationId, personId, now, ...event }) {
    await trx.table('event').insert({
      escalation_id: escalationId,
      ...eventRow({ ...event, by: personId, at: now }),
    });
  },
};

/** Events need nothing opened, so the sweeps can read them too. */
export async function readEvents(
  knex: Knex,
  escalationId: string,
): Promise<KeptEvent[]> {
  const rows: EventDbRow[] = await newestOf(knex, 'event', escalationId).select(
    eventColumns(knex),
  );
  return rows.map(readEventRow);
}
