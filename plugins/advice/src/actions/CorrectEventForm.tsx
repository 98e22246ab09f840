import { CorrectEventRequestSchema } from '@imsa-hub/advice-common';
import {
  checkRequest,
  CORRECT_EVENT_WORDS,
  correctEventBody,
  CorrectEventFields,
  correctionOf,
  type CorrectEventDraft,
} from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { QueryEventFields } from './QueryEventFields';
import { useActionDraft } from './useActionDraft';

/** Puts an event right or strikes it out; what it said before stays. */
export function CorrectEventForm({ record, item, onClose }: ActionFormProps) {
  const events = record.events ?? [];
  const { value, change, clear } = useActionDraft<CorrectEventDraft>({
    queryId: record.id,
    action: 'correct-event',
    item,
    initial: correctionOf(events, item),
  });
  const body = () => correctEventBody(value);
  return (
    <ActionFrame
      action="correct-event"
      record={record}
      title="Correct an event"
      lead="The legal limits, and how soon the query is seen, are worked out anew. What it said before stays in the history, with your reason."
      submitLabel="Correct the event"
      doneMessage="The event is corrected"
      check={() =>
        checkRequest({
          schema: CorrectEventRequestSchema,
          request: { ...body(), version: record.version },
          say: CORRECT_EVENT_WORDS,
        })
      }
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      <CorrectEventFields events={events} value={value} change={change}>
        <QueryEventFields
          nation={record.nation}
          value={value}
          change={change}
        />
      </CorrectEventFields>
    </ActionFrame>
  );
}
