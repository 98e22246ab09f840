import type { QueueRow } from '@imsa-hub/advice-common';
import type { QueryDbRow } from './QueryRow';

/** A reason that contradicts the asker's own answers says where it comes from. */
export function saidReasons(
  row: Pick<QueryDbRow, 'urgency_reasons'>,
): QueueRow['urgency']['reasons'] {
  return row.urgency_reasons.map(({ code, text, merged }) => ({
    code,
    text: merged ? `${text} (from a query merged into this one)` : text,
  }));
}

/** What presses another asker is not for this one to know. */
export function ownUrgency(
  row: Pick<
    QueryDbRow,
    'own_urgency_band' | 'urgency_band' | 'urgency_reasons'
  >,
): QueueRow['urgency'] {
  return {
    band: row.own_urgency_band ?? row.urgency_band,
    reasons: row.urgency_reasons.filter(reason => !reason.merged),
  };
}
