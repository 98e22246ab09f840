import { CorrectEventRequestSchema } from '@imsa-hub/escalations-common';
import {
  CORRECT_EVENT_WORDS,
  correctEventBody,
  CorrectEventFields,
  correctionOf,
  type CorrectEventDraft,
} from '@imsa-hub/ui';
import { CaseEventFields } from './CaseEventFields';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Puts an event right or strikes it out; what it said before stays. */
export function CorrectEventForm(props: CaseFormProps) {
  const { record, item } = props;
  return (
    <CaseForm<CorrectEventDraft>
      {...props}
      action="correct-event"
      title="Correct an event"
      lead="The legal limits are worked out anew. What it said before stays in the timeline, with your reason."
      submitLabel="Correct the event"
      doneMessage="The event is corrected"
      schema={CorrectEventRequestSchema}
      initial={correctionOf(record.events, item)}
      body={correctEventBody}
      say={CORRECT_EVENT_WORDS}
    >
      {form => (
        <CorrectEventFields events={record.events} {...form}>
          <CaseEventFields nation={record.nation} {...form} />
        </CorrectEventFields>
      )}
    </CaseForm>
  );
}
