import type { EscalationServices } from '../createEscalations';
import { sweepCases } from './sweepCases';
import { sweepLeavers } from './sweepLeavers';
import { sweepLimits } from './sweepLimits';
import { sweepRestored, sweepRetention } from './sweepRetention';
import { sweepTasks } from './sweepTasks';

/** Everything that happens to cases without anybody doing it, in order. */
export const sweepsOf = (
  services: Pick<EscalationServices, 'context' | 'destruction'>,
) => [
  // An older copy is put back while the hub stands still.
  once(() => sweepRestored(services)),
  // Whoever is told of a late case should be there.
  () => sweepLeavers(services.context),
  () => sweepCases(services.context),
  () => sweepTasks(services.context),
  () => sweepLimits(services.context),
  () => sweepRetention(services),
];

/** Runs until it has gone well once. */
function once(run: () => Promise<number>): () => Promise<number> {
  let isDone = false;
  return async () => {
    if (isDone) return 0;
    const changed = await run();
    isDone = changed === 0;
    return changed;
  };
}
