import type { HubClient } from '../support/HubClient';
import type { DrillCase } from './WriteLog';

/**
 * Reads every case through the hub and looks for the words that its writes
 * held: sealed text counts as there when it opens.
 *
 * @returns how many are missing, and how many stand there twice
 */
export async function auditTexts(
  reader: HubClient,
  cases: readonly DrillCase[],
): Promise<{ lost: number; doubled: number }> {
  const audit = { lost: 0, doubled: 0 };
  for (const drillCase of cases) {
    const record = await reader.get(`/api/advice/queries/${drillCase.queryId}`);
    for (const { move, marker, state } of drillCase.writes) {
      if (!move.keepsText || state === 'open') continue;
      const found = record.text.split(marker).length - 1;
      if (found === 0) audit.lost += 1;
      if (found > 1) audit.doubled += 1;
    }
  }
  return audit;
}
