import { createRegistry } from '@imsa-hub/advice-node';
import type { DeadlineRuleProvider } from '@imsa-hub/core';

/** The providers that modules add. `addProvider` throws on an id in use. */
export function createDeadlineRuleProviders(): {
  addProvider(provider: DeadlineRuleProvider): void;
  providers(): readonly DeadlineRuleProvider[];
} {
  const registry = createRegistry<DeadlineRuleProvider>({
    what: 'provider of deadline rules',
  });
  return { addProvider: registry.add, providers: registry.all };
}
