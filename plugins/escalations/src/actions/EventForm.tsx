import { AddEventRequestSchema } from '@imsa-hub/escalations-common';
import { emptyEvent, eventBody, type EventDraft } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { CaseEventFields } from './CaseEventFields';

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
      initial={emptyEvent}
      body={eventBody}
    >
      {({ value, change }) => (
        <CaseEventFields
          nation={props.record.nation}
          value={value}
          change={change}
        />
      )}
    </CaseForm>
  );
}
