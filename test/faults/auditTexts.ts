import type { HubClient } from '../support/HubClient';
import type { DrillRecord } from './WriteLog';

/**
 * Reads every record through the hub, its documents and files too, and looks
 * for the words that its writes held: sealed text counts as there when it opens.
 *
 * @returns how many are missing, and how many stand there too often
 */
export async function auditTexts(
  clients: ReadonlyMap<string, HubClient>,
  records: readonly DrillRecord[],
): Promise<{ lost: number; doubled: number; looked: number }> {
  const audit = { lost: 0, doubled: 0, looked: 0 };
  for (const { kind, facts, writes } of records) {
    const reader = clients.get(facts.cast[kind.reader]);
    const shown = new Map<string, string>();
    for (const { move, marker, state } of writes) {
      if (state === 'open') continue;
      for (const { at, times } of move.stands) {
        const path = at?.(facts) ?? `${kind.path}/${facts.recordId}`;
        const text = shown.get(path) ?? (await reader?.get(path))?.text ?? '';
        shown.set(path, text);
        const found = text.split(marker).length - 1;
        audit.looked += 1;
        if (found < times) audit.lost += 1;
        if (found > times) audit.doubled += 1;
      }
    }
  }
  return audit;
}
