import { startHub, type Hub } from '@imsa-hub/launch';
import type { WrittenRoute } from '@imsa-hub/core-node';
import { newId } from '@imsa-hub/core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aQuestion } from '../load/aLongRecord';
import { isOfBackstage, withTaken } from '../hostile/ofBackstage';
import { tryRoute, type Tried } from '../hostile/tryRoute';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import { raiseCase } from '../support/raiseCase';
import { readRoutes } from '../support/readRoutes';
import { NO_LIMITS } from '../support/noLimits';
import type { CheckResult } from './CheckResult';

/** Faults that are written out; more are only counted. */
const MOST_LISTED = 40;
const AT_ONCE = 4;
/** Sees totals and no content; most doors are closed to them. */
const FEW_RIGHTS = 'analyst';
/** Of the hub's own routes, they try one in so many. */
const ONE_IN = 4;
/** It never ends. */
const LEFT_OUT = new Set(['/api/notifications/live']);

/**
 * Every route of the running hub against a corpus of what nobody means well
 * with, in each field that the route's own schema has: never a 5xx, never an
 * answer without a problem body, nothing unknown taken, and the hub lives on.
 */
export async function check(): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-hostile-'));
  const routesFile = join(folder, 'routes.json');
  const settings = join(folder, 'settings.yaml');
  await writeFile(settings, NO_LIMITS);
  const hub = await startHub({
    dataDir: join(folder, 'data'),
    ports: PORTS_FOR_CHECKS.hostile,
    pages: false,
    configs: [settings],
    env: { HUB_ROUTE_TABLE_FILE: routesFile },
  });
  try {
    return await tryAll(hub, await readRoutes(routesFile));
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function tryAll(hub: Hub, all: WrittenRoute[]): Promise<CheckResult> {
  const routes = all.filter(({ path }) => !LEFT_OUT.has(path)).map(withTaken);
  const manager = await HubClient.signIn(hub.url, 'hub-manager');
  const nobody = HubClient.nobody(hub.url);
  const analyst = await HubClient.signIn(hub.url, FEW_RIGHTS);
  const records = await plant(hub);
  const tried: Tried = {
    requests: 0,
    answers: new Map(),
    faults: [],
    named: 0,
  };
  let byFewRights = 0;
  const left = [...routes];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let route = left.shift(); route; route = left.shift()) {
        const recordId = records(route);
        const isOpen = route.scope === 'page' || route.door === 'public';
        const client = isOpen ? nobody : manager;
        await tryRoute({ client, route, recordId, tried });
        const turn = routes.indexOf(route) % ONE_IN === 0;
        if (isOpen || !(turn || isOfBackstage(route))) continue;
        await tryRoute({ client: analyst, route, recordId, tried });
        byFewRights += 1;
      }
    }),
  );
  const alive = await manager.get('/api/network/me');
  const polluted = 'isAdmin' in {};
  const answers = [...tried.answers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    figures: [
      ['routes', String(routes.length)],
      ['of Backstage among them', String(routes.filter(isOfBackstage).length)],
      ['by somebody with few rights too', String(byFewRights)],
      ['requests', String(tried.requests)],
      ['answers', answers.map(([kind, n]) => `${n} ${kind}`).join(', ')],
      ['bad fields that were named', String(tried.named)],
      ['alive afterwards', alive.status === 200 ? 'yes' : 'no'],
      ['faults', listed(tried.faults)],
    ],
    holds:
      tried.requests > 1_000 &&
      tried.named > 1_000 &&
      alive.status === 200 &&
      !polluted &&
      tried.faults.length === 0,
  };
}

/** Records that are there, for the routes of one record. */
async function plant(hub: Hub): Promise<(route: WrittenRoute) => string> {
  const imsa = await HubClient.signIn(hub.url, 'imsa');
  const query = await imsa.post<{ id: string }>(
    '/api/advice/queries',
    aQuestion(),
  );
  const raised = await raiseCase(imsa, { word: 'hostile' });
  return ({ path }) => {
    if (path.startsWith('/api/advice/queries/')) return query.body.id;
    if (path.startsWith('/api/escalations/cases/')) return raised.id;
    return newId();
  };
}

function listed(faults: readonly string[]): string {
  if (faults.length === 0) return '0';
  const some = faults.slice(0, MOST_LISTED).map(fault => `\n    ${fault}`);
  const more = faults.length - some.length;
  return `${faults.length}${some.join('')}${more > 0 ? `\n    and ${more} more` : ''}`;
}
