import type { ReactNode } from 'react';
import { RadioGroup } from '../forms/RadioGroup';
import { ReasonField } from '../forms/ReasonField';
import { Select } from '../forms/Select';
import { eventBody, type EventDraft } from './eventDraft';
import { asRecorded, eventTitle, type RecordedEvent } from './recordedEvent';

/** A correction of an event as it is being filled in. */
export interface CorrectEventDraft extends EventDraft {
  eventId: string;
  what: 'change' | 'strike-out' | '';
  reason: string;
}

const WHAT = [
  { value: 'change', label: 'It happened, but what is written is wrong' },
  { value: 'strike-out', label: 'It did not happen: strike it out' },
] as const;

/** Words for what has not been chosen yet. */
export const CORRECT_EVENT_WORDS = {
  eventId: 'Choose the event',
  what: 'Say what is wrong',
  ruleId: 'Choose what happened',
} as const;

/** A correction with what the event says now. */
export const correctionOf = (
  events: readonly RecordedEvent[],
  eventId: string,
): CorrectEventDraft => ({
  what: '',
  reason: '',
  eventId,
  ...asRecorded(events.find(({ id }) => id === eventId)),
});

/** What is sent: striking out says nothing else of the event. */
export const correctEventBody = (draft: CorrectEventDraft) => {
  const { eventId, what, reason } = draft;
  return {
    eventId,
    what,
    reason,
    ...(what === 'change' ? eventBody(draft) : {}),
  };
};

/** Which event is wrong, in what, and why. */
export function CorrectEventFields(props: {
  events: readonly RecordedEvent[];
  value: CorrectEventDraft;
  change(part: Partial<CorrectEventDraft>): void;
  /** The fields of the event itself. */
  children: ReactNode;
}) {
  const { events, value, change, children } = props;
  return (
    <>
      <Select
        name="eventId"
        label="Which event?"
        choices={events
          .filter(({ struck }) => !struck)
          .map(event => ({ value: event.id, label: eventTitle(event) }))}
        value={value.eventId}
        onChange={eventId =>
          change({
            eventId,
            ...asRecorded(events.find(({ id }) => id === eventId)),
          })
        }
      />
      <RadioGroup
        name="what"
        label="What is wrong?"
        choices={WHAT}
        value={value.what}
        onChange={what => change({ what })}
      />
      {value.what === 'change' && children}
      <ReasonField
        label="Why is it corrected?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </>
  );
}
