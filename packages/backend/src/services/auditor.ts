import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

/**
 * What Backstage's own plugins say they did. Only names and outcomes are
 * logged: its default writes whole addresses and bodies, which name people.
 * The record of what people do in the hub is the ledger.
 */
export const auditorServiceFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: { logger: coreServices.logger },
  factory: ({ logger }) => ({
    async createEvent({ eventId, severityLevel = 'low' }) {
      const say = (outcome: string, errorName?: string) =>
        severityLevel === 'low'
          ? logger.debug('Event', { eventId, outcome })
          : logger.info('Event', {
              eventId,
              outcome,
              ...(errorName ? { errorName } : {}),
            });
      return {
        success: async () => say('succeeded'),
        fail: async ({ error }) => say('failed', error.name),
      };
    },
  }),
});
