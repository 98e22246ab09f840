import { AddEventRequestSchema } from '@imsa-hub/advice-common';
import {
  checkRequest,
  emptyEvent,
  eventBody,
  ReasonField,
  type EventDraft,
} from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { QueryEventFields } from './QueryEventFields';
import { useActionDraft } from './useActionDraft';

/** Something that happened, from which a limit is worked out. */
export function AddEventForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<
    EventDraft & { reason: string }
  >({
    queryId: record.id,
    action: 'add-event',
    initial: { ...emptyEvent, reason: '' },
  });
  const body = () => ({ ...eventBody(value), reason: value.reason });
  return (
    <ActionFrame
      action="add-event"
      record={record}
      title="Add an event"
      lead="The legal limit that follows is worked out and shown with its working. How soon the query is seen follows from it."
      submitLabel="Add the event"
      doneMessage="The event is added"
      check={() =>
        checkRequest({
          schema: AddEventRequestSchema,
          request: { ...body(), version: record.version },
        })
      }
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      <QueryEventFields nation={record.nation} value={value} change={change} />
      <ReasonField
        label="How do you know of it?"
        hint="For example: the asker wrote so, or the letter came."
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
