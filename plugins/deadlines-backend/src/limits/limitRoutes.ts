import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  CalculateSchema,
  deadlinesUsePermission,
  type Calculate,
  type Calculated,
} from '@imsa-hub/deadlines-common';
import { createEventLimits, type Law } from '@imsa-hub/deadlines-node';
import type { Knex } from 'knex';
import type { LawKeeper } from '../LawKeeper';

/** The limits of one event, worked out without keeping anything. */
export function calculateLimits(
  law: Law,
  { nation, eventId, date, facts }: Calculate,
): Calculated['limits'] {
  return createEventLimits(law).ofEvent({
    nation,
    eventId,
    date,
    facts: Object.fromEntries(facts.map(fact => [fact.id, fact.date])),
  });
}

/** The route that works a limit out to try it. */
export function limitRoutes(options: {
  database: Knex;
  keeper: LawKeeper;
}): HubRoute[] {
  const { database, keeper } = options;
  return [
    defineRoute({
      method: 'post',
      path: '/limits',
      summary: 'The limits of an event, with their working',
      door: deadlinesUsePermission,
      scope: 'collection',
      body: CalculateSchema,
      async handle({ body }): Promise<Calculated> {
        const { law } = await keeper.read(database);
        return {
          limits: calculateLimits(law, body),
          horizon: keeper.horizon(law),
        };
      },
    }),
  ];
}
