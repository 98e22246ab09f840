import type { QueueRow } from '@imsa-hub/advice-common';

/** The edge of a row repeats what its words say: act today, or soon. */
export function rowTone(row: QueueRow): 'negative' | 'warning' | undefined {
  if (row.urgency.band === 'today' || row.clock.state === 'late') {
    return 'negative';
  }
  if (row.urgency.band === 'soon' || row.clock.state === 'warning') {
    return 'warning';
  }
  return undefined;
}
