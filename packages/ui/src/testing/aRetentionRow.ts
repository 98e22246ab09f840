import { newId, RetentionRowSchema, type RetentionRow } from '@imsa-hub/core';

/** A closed record for tests, long before the end of its retention. */
export function aRetentionRow(part: Partial<RetentionRow> = {}): RetentionRow {
  return RetentionRowSchema.parse({
    id: newId(),
    reference: 'ESC-7K3M9Q',
    version: 5,
    alsoCalled: 'NG-0412',
    open: false,
    closedAt: '2026-11-20T09:12:00Z',
    retainUntil: '2099-11-20',
    destroyedOn: null,
    willBeDestroyedOn: null,
    held: false,
    destructionAsked: null,
    steps: [],
    allowedActions: ['hold', 'ask-destruction'],
    ...part,
  });
}
