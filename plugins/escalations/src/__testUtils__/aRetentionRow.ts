import { newId } from '@imsa-hub/core';
import {
  RetentionRowSchema,
  type RetentionRow,
} from '@imsa-hub/escalations-common';

/** A closed case for tests, long before the end of its retention. */
export function aRetentionRow(part: Partial<RetentionRow> = {}): RetentionRow {
  return RetentionRowSchema.parse({
    id: newId(),
    reference: 'ESC-7K3M9Q',
    version: 5,
    caseReference: 'NG-0412',
    status: 'closed',
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
