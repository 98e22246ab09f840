import { startHub } from '@imsa-hub/launch';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFile } from '../journeys/cases/addFile';
import { breakTheGlass } from '../journeys/cases/breakTheGlass';
import { CaseStory } from '../journeys/cases/CaseStory';
import { closeAndReopen } from '../journeys/cases/closeAndReopen';
import { draftAndRaise } from '../journeys/cases/draftAndRaise';
import { fromQuery } from '../journeys/cases/fromQuery';
import { handOver } from '../journeys/cases/handOver';
import { lookInTheDark } from '../journeys/cases/lookInTheDark';
import {
  employerIsTheHub,
  employerOfAnImsa,
} from '../journeys/cases/ownEmployer';
import { printIt } from '../journeys/cases/printIt';
import { returnAndBringAgain } from '../journeys/cases/returnAndBringAgain';
import { stepBack } from '../journeys/cases/stepBack';
import { twoVersions } from '../journeys/cases/twoVersions';
import { acceptIt, workTogether } from '../journeys/cases/workTogether';
import { writeDocument } from '../journeys/cases/writeDocument';
import { Journey } from '../journeys/Journey';
import { SHORT_FRESHNESS } from '../journeys/signInAgain';
import { startBrowser } from '../support/browser';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

/** A desk and a phone: every page is looked at on both. */
const WIDTHS = [1280, 360];

/**
 * A complex case from draft to closed, in real browsers: an IMSA writes and
 * brings it, is asked to mend it, works on it with the Hub and hands it on; a
 * query becomes a case; a failing of somebody's own employer stays hidden from
 * everybody who works there; and what must be refused is refused.
 */
export async function check(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-escalation-'));
  const settings = join(dataDir, 'settings.yaml');
  await writeFile(settings, SHORT_FRESHNESS);
  const hub = await startHub({
    dataDir,
    ports: PORTS_FOR_CHECKS.escalation,
    configs: [settings],
  });
  const browser = await startBrowser();
  try {
    return await walk(new Journey(hub, browser, WIDTHS));
  } finally {
    await browser.close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function walk(journey: Journey): Promise<CheckResult> {
  const story = new CaseStory(journey);
  const parts: Array<[string, (one: CaseStory) => Promise<void>]> = [
    ['a draft, and bringing it', draftAndRaise],
    ['returned and brought again', returnAndBringAgain],
    ['accepting', acceptIt],
    ['working together', workTogether],
    ['on paper', printIt],
    ['two versions', twoVersions],
    ['a document', writeDocument],
    ['a file', addFile],
    ['a handover', handOver],
    ['stepping back', stepBack],
    ['the end, twice', closeAndReopen],
  ];
  for (const [what, walkPart] of parts) {
    await journey.part(what, () => walkPart(story));
  }
  await journey.part('made of a query', () => fromQuery(journey));
  await journey.part('their own employer', () => employerOfAnImsa(journey));
  let ofTheHub: CaseStory | undefined;
  await journey.part('the Hub itself', async () => {
    ofTheHub = await employerIsTheHub(journey);
  });
  await journey.part('break-glass', async () => {
    if (!ofTheHub) throw new Error('There is no case about the Hub');
    await breakTheGlass(ofTheHub);
  });
  await journey.part('in the dark', () => lookInTheDark(story));
  return journey.result();
}
