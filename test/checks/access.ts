import { startHub, type Hub } from '@imsa-hub/launch';
import type { WrittenRoute } from '@imsa-hub/core-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cast } from '../access/Cast';
import { Findings } from '../access/Findings';
import { Inside } from '../access/Inside';
import {
  measureTiming,
  PAIRS,
  ROUNDS,
  type Timing,
} from '../access/measureTiming';
import { readMails } from '../access/readMails';
import { runGrid } from '../access/runGrid';
import { trySearch } from '../access/trySearch';
import { trySideDoors } from '../access/trySideDoors';
import { tryBreakGlass } from '../access/tryBreakGlass';
import { tryOtherAddresses } from '../access/tryOtherAddresses';
import { watchHidden, type Watched } from '../access/watchHidden';
import { World } from '../access/World';
import { NO_LIMITS } from '../support/noLimits';
import { PORTS_FOR_CHECKS } from '../support/ports';
import { readRoutes } from '../support/readRoutes';
import type { CheckResult } from './CheckResult';

/** Medians that are further apart than this tell one from the other. */
const MOST_APART = 0.1;

/**
 * Every route of the running hub, tried by everybody on records in every
 * relation to them, against an independent policy; then everything that could
 * tell of a hidden record in another way.
 */
export async function check(): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-access-'));
  const routesFile = join(folder, 'routes.json');
  const settings = join(folder, 'settings.yaml');
  await writeFile(settings, NO_LIMITS);
  const hub = await startHub({
    dataDir: join(folder, 'data'),
    ports: PORTS_FOR_CHECKS.access,
    configs: [settings],
    env: { HUB_ROUTE_TABLE_FILE: routesFile },
  });
  try {
    return await lookAt(hub, await readRoutes(routesFile));
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function lookAt(hub: Hub, routes: WrittenRoute[]): Promise<CheckResult> {
  const findings = new Findings();
  const inside = new Inside(hub);
  try {
    const world = new World(
      await Cast.signIn(hub.url),
      inside,
      PORTS_FOR_CHECKS.access.mailbox,
    );
    await runGrid({ world, routes, findings });
    await trySideDoors({ world, findings });
    await trySearch({ world, findings });
    await tryOtherAddresses({ world, routes, findings });
    await tryBreakGlass({ world, findings });
    const watched = await watchHidden({ world, routes, findings });
    const mails = await readMails({ hub, world, findings });
    const timings = await measureTiming(world);
    return resultOf({ routes, findings, watched, mails, timings });
  } finally {
    await inside.close();
  }
}

function resultOf(input: {
  routes: readonly WrittenRoute[];
  findings: Findings;
  watched: Watched;
  mails: number;
  timings: readonly Timing[];
}): CheckResult {
  const { findings, watched, timings } = input;
  const { notCovered, broken, headers, leaks, cells } = findings;
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  return {
    figures: [
      ['routes', String(input.routes.length)],
      ['routes not covered', Findings.list(notCovered)],
      ['cells', String(cells)],
      ['refusals that the ledger has', String(findings.refusals)],
      ['answers crawled for hidden queries', String(watched.pages)],
      ['open pages that heard nothing of them', String(watched.lines - 1)],
      ['mails read', String(input.mails)],
      ['calls that ought to work and do not', Findings.list(broken)],
      ['headers that are not exact', Findings.list(headers)],
      ...timings.map((timing): [string, string] => [
        `${timing.route}: forbidden and missing, middle one of ${ROUNDS} rounds of ${PAIRS}`,
        `${ms(timing.forbidden)} and ${ms(timing.missing)}, ${(timing.apart * 100).toFixed(1)} % apart`,
      ]),
      ['leaks', Findings.list(leaks)],
    ],
    holds:
      cells > 0 &&
      timings.every(({ apart }) => apart < MOST_APART) &&
      [notCovered, broken, headers, leaks].every(found => found.length === 0),
  };
}
