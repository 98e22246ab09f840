import { isDeepStrictEqual } from 'node:util';
import { formatDate, londonDateOf } from '@imsa-hub/core';
import { HubInputError, refuseIf } from '@imsa-hub/core-node';
import type {
  CorrectEventRequest,
  Happened,
  RecordedEvent,
} from '@imsa-hub/deadlines-common';
import type { Knex } from 'knex';
import type { EventLimits, HappenedEvent } from './createEventLimits';

/** What happened, as a record keeps it: with the further dates that are known. */
export interface KeptHappened extends HappenedEvent {
  facts?: Readonly<Record<string, string>>;
}

/** An event as it stands in a record: the newest version of its place. */
export interface KeptEvent {
  place: number;
  /** From 1; each correction is one more. */
  version: number;
  struck: boolean;
  /** Who recorded this version, where that is known. */
  by: string | null;
  at: Date;
  item: KeptHappened;
}

/** The columns in which an event is kept. */
export interface EventDbRow {
  place: number;
  version: number;
  struck: boolean;
  rule_id: string;
  /** `YYYY-MM-DD`. */
  event_date: string;
  facts: Readonly<Record<string, string>>;
  added_by: string | null;
  added_at: Date;
}

type Words = Pick<EventLimits, 'eventOf' | 'factQuestion'>;

/** What an event is called that no rule stands for any more. */
const UNKNOWN_EVENT = 'Something that is not in the list any more';

/** What happened, in words. */
export const eventName = (limits: Words, ruleId: string) =>
  limits.eventOf(ruleId) ?? UNKNOWN_EVENT;

/** An event with its dates, as a history says it. */
export const sayEvent = (
  limits: Words,
  { ruleId, date, facts = {} }: KeptHappened,
) =>
  [
    `${eventName(limits, ruleId)}, ${formatDate(date)}`,
    ...Object.entries(facts).map(
      ([id, day]) => `${limits.factQuestion(id) ?? id}: ${formatDate(day)}`,
    ),
  ].join('\n');

/** An event as it is kept: without further dates where there are none. */
export const happenedOf = ({
  ruleId,
  date,
  facts,
}: Happened): KeptHappened => ({
  ruleId,
  date,
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
});

/** Columns of {@link EventDbRow} to select. */
export const eventColumns = (knex: Knex) => [
  'place',
  'version',
  'struck',
  'rule_id',
  knex.raw(`to_char(event_date, 'YYYY-MM-DD') as event_date`),
  'facts',
  'added_by',
  'added_at',
];

/** An event from its row. */
export const readEventRow = (row: EventDbRow): KeptEvent => ({
  place: row.place,
  version: row.version,
  struck: row.struck,
  by: row.added_by,
  at: row.added_at,
  item: happenedOf({
    ruleId: row.rule_id,
    date: row.event_date,
    facts: row.facts,
  }),
});

/** The columns of one version of an event, to be inserted. */
export const eventRow = (event: {
  place: number;
  version: number;
  struck: boolean;
  item: KeptHappened;
  /** Nobody where it came with a question whose asker is not known. */
  by: string | null;
  /** ISO instant. */
  at: string;
}) => ({
  place: event.place,
  version: event.version,
  struck: event.struck,
  rule_id: event.item.ruleId,
  event_date: event.item.date,
  facts: JSON.stringify(event.item.facts ?? {}),
  added_by: event.by,
  added_at: event.at,
});

/** An event's id, as forms name it. */
const idOf = ({ place }: { place: number }) => String(place);

/** Events as they are sent. */
export const presentEvents = (input: {
  events: readonly KeptEvent[];
  limits: Words;
  named(personId: string | null): RecordedEvent['by'];
}): RecordedEvent[] =>
  input.events.map(event => ({
    id: idOf(event),
    ruleId: event.item.ruleId,
    event: eventName(input.limits, event.item.ruleId),
    date: event.item.date,
    facts: Object.entries(event.item.facts ?? {}).map(([id, date]) => ({
      id,
      question: input.limits.factQuestion(id) ?? id,
      date,
    })),
    struck: event.struck,
    by: input.named(event.by),
    at: event.at.toISOString(),
  }));

/**
 * Refuses an event that cannot be kept as it was entered, field by field.
 *
 * @throws HubInputError
 */
export function refuseUnlikelyEvent(input: {
  limits: Pick<EventLimits, 'problems'>;
  event: HappenedEvent;
  /** ISO instant. */
  now: string;
}): void {
  const { limits, event, now } = input;
  const problems = limits.problems({ event, today: londonDateOf(now) });
  if (problems.length === 0) return;
  throw new HubInputError({
    fields: problems.map(({ field, message }) => ({
      field: `body.${field}`,
      message,
    })),
  });
}

/** What a correction makes of an event. */
export interface CorrectedEvent {
  strikes: boolean;
  /** What it said until now. */
  before: KeptHappened;
  /** The version to be written. */
  next: Pick<KeptEvent, 'place' | 'version' | 'struck' | 'item'>;
}

/**
 * Puts an event of a record right, or strikes it out.
 *
 * @param input.noun - what the record is called: "case"
 * @throws HubInputError where it is not there, struck out already, or what it
 *   is to say is what it says or cannot be
 */
export function correctEvent(input: {
  limits: Pick<EventLimits, 'problems'>;
  events: readonly KeptEvent[];
  request: CorrectEventRequest;
  now: string;
  noun: string;
}): CorrectedEvent {
  const { limits, events, request, now, noun } = input;
  const known = events.find(event => idOf(event) === request.eventId);
  const refuse = (field: string, message: string) =>
    new HubInputError({ fields: [{ field: `body.${field}`, message }] });
  if (!known) throw refuse('eventId', `Choose an event of this ${noun}`);
  if (known.struck) {
    throw refuse(
      'eventId',
      'This event is struck out. Add it again if it did happen.',
    );
  }
  const { item: before, place } = known;
  const version = known.version + 1;
  if (request.what === 'strike-out') {
    const next = { place, version, struck: true, item: before };
    return { strikes: true, before, next };
  }
  const item = happenedOf(request);
  refuseUnlikelyEvent({ limits, event: item, now });
  refuseIf(isDeepStrictEqual(before, item), {
    field: 'body.date',
    message: 'This is what it says already',
  });
  const next = { place, version, struck: false, item };
  return { strikes: false, before, next };
}
