import type { QueryRecord } from '@imsa-hub/advice-common';
import type { ReplyDraft } from '../reply/useReplyDraft';

/** What every form of an action is given. */
export interface ActionFormProps {
  record: QueryRecord;
  /** What of the query it is about, where it was opened beside it: an event. */
  item: string;
  /** The reply that is being written on this screen. */
  reply: ReplyDraft;
  /** Puts the form away. What was typed is kept for the next time. */
  onClose(): void;
}
