import type { ReplyKind } from '@imsa-hub/advice-common';
import type { ReplyDraft } from './useReplyDraft';

/** How the two kinds of reply are written. */
export const REPLY_KIND_NAMES: Readonly<Record<ReplyKind, string>> = {
  'case-specific': 'Advice on this case',
  signpost: 'Where to go',
};

/** Whether the words are safe, in a few words. */
export const SAVE_WORDS: Readonly<Record<ReplyDraft['state'], string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  unsaved: 'Not saved yet; it saves by itself when you pause',
  conflict: 'Not saved: there is a newer version',
};
