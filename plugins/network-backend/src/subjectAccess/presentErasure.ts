import type { ErasureAction, ErasureView } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import { personReference } from './personReference';
import type { ErasureRow } from './subjectStore';

/** An erasure as one person sees it, with what they may do to it. */
export function presentErasure(options: {
  row: ErasureRow;
  person: PersonContext;
  nameOf(personId: string): string;
}): ErasureView {
  const { row, person, nameOf } = options;
  return {
    id: row.id,
    personId: row.person_id,
    personReference: personReference(row.person_id),
    reason: row.reason,
    status: row.status,
    askedAt: row.asked_at.toISOString(),
    askedBy: nameOf(row.asked_by),
    ...(row.decided_at && row.decided_by
      ? {
          decidedAt: row.decided_at.toISOString(),
          decidedBy: nameOf(row.decided_by),
        }
      : {}),
    allowedActions: actionsFor(row, person),
  };
}

// Who asked for it does not confirm it, and only they take it back.
function actionsFor(row: ErasureRow, person: PersonContext): ErasureAction[] {
  if (row.status !== 'asked') return [];
  return row.asked_by === person.id ? ['withdraw'] : ['confirm', 'decline'];
}
