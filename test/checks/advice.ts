import { startHub } from '@imsa-hub/launch';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journey } from '../journeys/Journey';
import { answerTogether, newestPublicQuery } from '../journeys/answerTogether';
import { askInPublic, askUnder18 } from '../journeys/askInPublic';
import { claimRace } from '../journeys/claimRace';
import { imsaAsks } from '../journeys/imsaAsks';
import { leaveFast } from '../journeys/leaveFast';
import { lookAround } from '../journeys/lookAround';
import { closeIt, readByCode } from '../journeys/readByCode';
import {
  forbiddenPage,
  refusedPaths,
  staleVersion,
} from '../journeys/refusedPaths';
import { startBrowser } from '../support/browser';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

/**
 * The advice line from question to answer, in real browsers: a survivor without
 * JavaScript, the coordinator, two advisers who claim at once, a second reader,
 * the reply by code, writing back, closing; an IMSA in the console; and the
 * same as refused. Axe on every page of it.
 */
export async function check(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-advice-'));
  const hub = await startHub({ dataDir, ports: PORTS_FOR_CHECKS.advice });
  const browser = await startBrowser();
  try {
    return await walk(new Journey(hub, browser));
  } finally {
    await browser.close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function walk(journey: Journey): Promise<CheckResult> {
  let code = '';
  await journey.part('asking in public', async () => {
    code = await askInPublic(journey);
  });
  const query = await newestPublicQuery(journey);
  let holder = 'senior';
  await journey.part('answering together', async () => {
    holder = await answerTogether(journey, query);
  });
  await journey.part('reading by code', () => readByCode(journey, code));
  await journey.part('closing', () =>
    closeIt(journey, { query, holder, code }),
  );
  await journey.part('two versions', () => staleVersion(journey, query));
  await journey.part('an IMSA asking', () => imsaAsks(journey));
  await journey.part('under 18', () => askUnder18(journey));
  await journey.part('leaving fast', () => leaveFast(journey));
  await journey.part('refused paths', () => refusedPaths(journey, query));
  await journey.part('forbidden pages', () => forbiddenPage(journey, query));
  for (const [width, colours] of [
    [1280, 'light'],
    [360, 'dark'],
    [1920, 'light'],
  ] as const) {
    await journey.part(`looking around at ${width}`, () =>
      lookAround(journey, { query, width, colours }),
    );
  }
  await journey.part('claim races', () => claimRace(journey));
  return journey.result();
}
