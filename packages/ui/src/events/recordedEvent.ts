import { writtenDate } from '../record/dates';
import type { EventDraft } from './eventDraft';

/** An event as a record shows it. */
export interface RecordedEvent {
  id: string;
  ruleId: string;
  /** What happened, in words. */
  event: string;
  /** `YYYY-MM-DD`. */
  date: string;
  facts: ReadonlyArray<{ id: string; question: string; date: string }>;
  struck: boolean;
  /** Who recorded it as it stands, or struck it out, where that is known. */
  by: { name: string; trainee: boolean } | null;
  at: string;
}

/** The name of an event among others. */
export const eventTitle = ({ event, date }: RecordedEvent) =>
  `${event}, ${writtenDate(date)}`;

/** Events in a sentence, to be compared with those of another version. */
export const eventsInWords = (events: readonly RecordedEvent[]) =>
  events
    .map(
      recorded =>
        [
          eventTitle(recorded),
          ...recorded.facts.map(fact => writtenDate(fact.date)),
        ].join(', ') + (recorded.struck ? ' (struck out)' : ''),
    )
    .join('; ') || 'Nothing recorded';

/** What an event says now, to be put right. */
export const asRecorded = (event: RecordedEvent | undefined): EventDraft => ({
  ruleId: event?.ruleId ?? '',
  date: event?.date ?? '',
  facts: Object.fromEntries(
    (event?.facts ?? []).map(({ id, date }) => [id, date]),
  ),
});
