import { newId } from '@imsa-hub/core';
import { BoardRowSchema, type BoardRow } from '@imsa-hub/escalations-common';

/** Somebody, as others see them. */
export const aPerson = (id: string, name: string, trainee = false) => ({
  id,
  name,
  trainee,
});

/** A row of the board for tests: a case that presses and waits to be accepted. */
export function aBoardRow(part: Partial<BoardRow> = {}): BoardRow {
  return BoardRowSchema.parse({
    id: newId(),
    reference: 'ESC-7K3M9Q',
    version: 3,
    type: { id: 'general', title: 'Complex case' },
    status: 'raised',
    level: 'senior-imsa',
    caseReference: 'NG-0412',
    nation: 'england',
    region: 'london',
    areas: ['housing-rights'],
    tier: 'full-advocacy',
    risks: ['destitution', 'contact-with-exploiter'],
    raisedAt: '2026-11-20T09:12:00Z',
    raisedBy: aPerson('imani', 'Imani Sender'),
    lead: aPerson('imani', 'Imani Sender'),
    handler: null,
    nextLimit: { date: '2026-12-04', title: 'Ask for a review' },
    target: {
      what: 'Accept or return it',
      dueAt: '2026-11-24T16:00:00Z',
      state: 'close',
    },
    openTasks: 0,
    allowedActions: [],
    ...part,
  });
}
