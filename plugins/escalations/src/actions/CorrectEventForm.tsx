import {
  CorrectEventRequestSchema,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { RadioGroup, ReasonField, Select, writtenDate } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { eventBody, EventFields, type EventDraft } from './EventFields';

interface CorrectDraft extends EventDraft {
  eventId: string;
  what: 'change' | 'strike-out' | '';
  reason: string;
}

const WHAT = [
  { value: 'change', label: 'It happened, but what is written is wrong' },
  { value: 'strike-out', label: 'It did not happen: strike it out' },
] as const;

/** Puts an event right or strikes it out; what it said before stays. */
export function CorrectEventForm(props: CaseFormProps) {
  const { record, item } = props;
  const standing = record.events.filter(({ struck }) => !struck);
  return (
    <CaseForm<CorrectDraft>
      {...props}
      action="correct-event"
      title="Correct an event"
      lead="The legal limits are worked out anew. What it said before stays in the timeline, with your reason."
      submitLabel="Correct the event"
      doneMessage="The event is corrected"
      schema={CorrectEventRequestSchema}
      initial={{ what: '', reason: '', ...asRecorded(record, item) }}
      body={bodyOf}
      say={{
        eventId: 'Choose the event',
        what: 'Say what is wrong',
        ruleId: 'Choose what happened',
      }}
    >
      {({ value, change }) => (
        <>
          <Select
            name="eventId"
            label="Which event?"
            choices={standing.map(({ id, event, date }) => ({
              value: id,
              label: `${event}, ${writtenDate(date)}`,
            }))}
            value={value.eventId}
            onChange={eventId => change(asRecorded(record, eventId))}
          />
          <RadioGroup
            name="what"
            label="What is wrong?"
            choices={WHAT}
            value={value.what}
            onChange={what => change({ what })}
          />
          {value.what === 'change' && (
            <EventFields nation={record.nation} value={value} change={change} />
          )}
          <ReasonField
            label="Why is it corrected?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}

/** What an event says now, to be put right. */
function asRecorded(record: EscalationRecord, eventId: string) {
  const event = record.events.find(({ id }) => id === eventId);
  return {
    eventId,
    ruleId: event?.ruleId ?? '',
    date: event?.date ?? '',
    facts: Object.fromEntries(
      (event?.facts ?? []).map(({ id, date }) => [id, date]),
    ),
  };
}

const bodyOf = ({ eventId, what, reason, ...event }: CorrectDraft) => ({
  eventId,
  what,
  reason,
  ...(what === 'change' ? eventBody(event) : {}),
});
