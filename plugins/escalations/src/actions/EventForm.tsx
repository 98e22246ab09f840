import { AddEventRequestSchema } from '@imsa-hub/escalations-common';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { eventBody, EventFields, type EventDraft } from './EventFields';

/** Something that happened on a day, from which a limit is worked out. */
export function EventForm(props: CaseFormProps) {
  return (
    <CaseForm<EventDraft>
      {...props}
      action="add-event"
      title="Add an event"
      lead="The legal limit that follows is worked out and shown with its working."
      submitLabel="Add the event"
      doneMessage="The event is added"
      schema={AddEventRequestSchema}
      initial={{ ruleId: '', date: '', facts: {} }}
      body={eventBody}
    >
      {({ value, change }) => (
        <EventFields
          nation={props.record.nation}
          value={value}
          change={change}
        />
      )}
    </CaseForm>
  );
}
