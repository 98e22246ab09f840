import type { EscalationServices } from '../createEscalations';
import { sweepCases } from './sweepCases';
import { sweepLeavers } from './sweepLeavers';
import { sweepLimits } from './sweepLimits';
import { sweepTasks } from './sweepTasks';

/** Everything that happens to cases without anybody doing it, in order. */
export const sweepsOf = (
  services: Pick<EscalationServices, 'context' | 'retention'>,
) => [
  // What an older copy put back ends before anything is done with it.
  ...services.retention.sweeps,
  // Whoever is told of a late case should be there.
  () => sweepLeavers(services.context),
  () => sweepCases(services.context),
  () => sweepTasks(services.context),
  () => sweepLimits(services.context),
];
