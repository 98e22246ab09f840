import { QueueRowSchema, type QueueRow } from '@imsa-hub/advice-common';
import { newId } from '@imsa-hub/core';

/** A queue row for tests: an ordinary query that waits for an adviser. */
export function aQueueRow(part: Partial<QueueRow> = {}): QueueRow {
  return QueueRowSchema.parse({
    id: newId(),
    reference: 'ADV-7K3M9Q',
    version: 3,
    status: 'triaged',
    receivedAt: '2026-11-20T09:12:00Z',
    nation: 'england',
    areas: ['housing-rights'],
    askerKind: 'other-professional',
    channel: 'public-form',
    tier: 'advice',
    highRisk: false,
    urgency: {
      band: 'today',
      reasons: [
        { code: 'nowhere-safe-tonight', text: 'Nowhere safe to stay tonight' },
        { code: 'limit-within-five-days', text: 'A legal limit on Friday' },
      ],
    },
    nextLimit: { date: '2026-11-27', title: 'Ask for a review' },
    clock: {
      kind: 'first-reply',
      state: 'running',
      dueAt: '2026-11-24T16:00:00Z',
      stoppedFor: null,
    },
    assignee: null,
    interpreter: 'needed',
    allowedActions: ['claim'],
    ...part,
  });
}
