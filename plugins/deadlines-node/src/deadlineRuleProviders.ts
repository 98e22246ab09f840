import {
  createExtensionPoint,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { DeadlineRuleProvider } from '@imsa-hub/core';

/** The sources of rules that plugins add to those of the hub. */
export interface DeadlineRuleProviders {
  /** @throws Error where the id is in use */
  addProvider(provider: DeadlineRuleProvider): void;
  providers(): readonly DeadlineRuleProvider[];
}

/** Takes further sources of deadline rules. An id in use throws. */
export type DeadlineRulesExtensionPoint = Pick<
  DeadlineRuleProviders,
  'addProvider'
>;
export const deadlineRulesExtensionPoint =
  createExtensionPoint<DeadlineRulesExtensionPoint>({ id: 'deadlines.rules' });

/** The registry, one in each backend; modules reach it by the extension point. */
export const deadlineRuleProvidersServiceRef =
  createServiceRef<DeadlineRuleProviders>({
    id: 'hub.deadline-rule-providers',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory: createDeadlineRuleProviders,
      }),
  });

/** See {@link DeadlineRuleProviders}. */
export function createDeadlineRuleProviders(): DeadlineRuleProviders {
  const added = new Map<string, DeadlineRuleProvider>();
  return {
    addProvider(provider) {
      if (added.has(provider.id)) {
        throw new Error(
          `There is a provider of deadline rules "${provider.id}" already: give yours another id`,
        );
      }
      added.set(provider.id, provider);
    },
    providers: () => [...added.values()],
  };
}
