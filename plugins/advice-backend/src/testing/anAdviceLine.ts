import type { JsonObject } from '@backstage/types';
import type { CasesOfQueries } from '@imsa-hub/advice-node';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import { startTestHub, type TestPerson } from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { adviceAnnouncement } from '../announcements';
import { createAdvice } from '../createAdvice';
import { createPublicAdvice } from '../publicAdvice';
import { adviceRoutes } from '../routes';
import { createTriageRules } from '../triage';

export { EVERYBODY, HARBOUR, NORTHGATE, QUAYSIDE } from '@imsa-hub/testing';

const CATALOG = resolve(__dirname, '../../../../catalog');

/** Everybody in these tests, by name. */
export type Who = TestPerson;

/** The advice line with the public pages' side; see {@link startTestHub}. */
export async function anAdviceLine(
  options: {
    casesOfQueries?: CasesOfQueries;
    /** What stands under `hub` in the settings. */
    settings?: JsonObject;
  } = {},
) {
  const hub = await startTestHub({
    pluginId: 'advice',
    hubConfig: options.settings,
    create(foundation, policy) {
      const services = createAdvice({
        hub: foundation,
        casesOfQueries: options.casesOfQueries,
        deadlines: fixedDeadlines(lawAsShipped(CATALOG)),
        extensions: {
          triageRules: createTriageRules().rules,
          templates: () => [],
          columns: () => [],
        },
        doorsOf: person => policy.doorsOf(person),
      });
      foundation.announce(adviceAnnouncement(services.context));
      return services;
    },
    routes: adviceRoutes,
  });
  const row = (queryId: string) =>
    hub.knex.from('query').where({ id: queryId }).first();

  return {
    ...hub,
    publicAdvice: createPublicAdvice(hub.services),
    /** One move on a query, from its newest version unless told. */
    async move(name: Who, queryId: string, verb: string, body: object = {}) {
      const now = await row(queryId);
      return hub.send(
        name,
        verb === 'draft' ? 'put' : 'post',
        `/queries/${queryId}/${verb}`,
        verb === 'feedback' ? body : { version: now?.version ?? 1, ...body },
      );
    },
    /** The row as it stands. */
    row,
    /** Types of the ledger's entries on a query, oldest first. */
    ledger: (queryId: string) => hub.ledger(`advice-query:${queryId}`),
    /** The same on any subject. */
    hubLedger: hub.ledger,
    /** Who was told what of a query: `name kind`. */
    told: (queryId: string) => hub.told(`/advice/queries/${queryId}`),
  };
}

export type AdviceLine = Awaited<ReturnType<typeof anAdviceLine>>;
