import type { QueryAction } from '@imsa-hub/advice-common';

/** How an action stands in the panel beside a query. */
export interface ActionItem {
  action: QueryAction;
  /** The words on its button. */
  label: string;
  /** `more` is folded away beneath the others. */
  place: 'main' | 'more';
}

/**
 * Every action of Hub staff in the order of the work: what the query waits
 * for comes first. Which of them are open is the backend's answer alone.
 */
export const ACTION_LIST: readonly ActionItem[] = [
  { action: 'approve', label: 'Approve the reply', place: 'main' },
  { action: 'return', label: 'Return the reply', place: 'main' },
  { action: 'triage', label: 'Triage', place: 'main' },
  { action: 'claim', label: 'Claim', place: 'main' },
  { action: 'send', label: 'Send the reply', place: 'main' },
  { action: 'ask-second-reader', label: 'Ask a second reader', place: 'main' },
  { action: 'draft', label: 'Write the reply', place: 'main' },
  { action: 'assign', label: 'Give to somebody', place: 'main' },
  { action: 'close', label: 'Close', place: 'main' },
  { action: 'reopen', label: 'Reopen', place: 'main' },
  { action: 'ask-asker', label: 'Ask the asker', place: 'more' },
  { action: 'note', label: 'Add a note', place: 'more' },
  { action: 'stop-clock', label: 'Stop the clock', place: 'more' },
  { action: 'restart-clock', label: 'Restart the clock', place: 'more' },
  { action: 'hand-over', label: 'Hand over', place: 'more' },
  { action: 'link', label: 'Link to another query', place: 'more' },
  {
    action: 'take-on',
    label: 'Take it on as a complex case',
    place: 'more',
  },
  { action: 'merge', label: 'Merge into another query', place: 'more' },
  { action: 'recuse', label: 'Step back from this query', place: 'more' },
];

/** The actions that the backend allows, in the order of the work. */
export function actionsFor(
  allowed: readonly QueryAction[],
): readonly ActionItem[] {
  return ACTION_LIST.filter(({ action }) => allowed.includes(action));
}
