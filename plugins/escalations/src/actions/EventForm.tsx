import { AddEventRequestSchema } from '@imsa-hub/escalations-common';
import {
  DateField,
  eventChoicesFor,
  QueryBoundary,
  Select,
} from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Something that happened on a day, from which a limit is worked out. */
export function EventForm(props: CaseFormProps) {
  const { nation } = props.record;
  const events = useChoices();
  return (
    <CaseForm
      {...props}
      action="add-event"
      title="Add an event"
      lead="The legal limit that follows is worked out and shown with its working."
      submitLabel="Add the event"
      doneMessage="The event is added"
      schema={AddEventRequestSchema}
      initial={{ ruleId: '', date: '' }}
    >
      {({ value, change }) => (
        <>
          <QueryBoundary query={events} what="the list of events">
            {data => (
              <Select
                name="ruleId"
                label="What happened?"
                choices={eventChoicesFor({ events: data.events, nation })}
                value={value.ruleId}
                onChange={ruleId => change({ ruleId })}
              />
            )}
          </QueryBoundary>
          <DateField
            name="date"
            label="When did it happen?"
            value={value.date}
            onChange={date => change({ date })}
          />
        </>
      )}
    </CaseForm>
  );
}
