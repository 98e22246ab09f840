import { startHub, type Hub } from '@imsa-hub/launch';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';
import { Canaries } from './logs/Canaries';
import { caseJourney } from './logs/caseJourney';
import { consoleJourney } from './logs/consoleJourney';
import { databaseFaults } from './logs/databaseFaults';
import { hostileRequests } from './logs/hostileRequests';
import { judge } from './logs/judge';
import { LiveEar } from './logs/LiveEar';
import { publicJourney } from './logs/publicJourney';
import { keepRegister } from './logs/register';
import { Search } from './logs/search';
import { templateJourney } from './logs/templateJourney';

/**
 * A word of its own is planted wherever somebody can type, in a journey of many
 * people and in what nobody should send; the hub logs as much as it can. Then
 * everything it leaves behind is searched for these words.
 */
export async function check(): Promise<CheckResult> {
  const place = await mkdtemp(join(tmpdir(), 'imsa-hub-logs-'));
  const canaries = new Canaries();
  const lines: string[] = [];
  const limits = join(place, 'limits.yaml');
  const routeFile = join(place, 'routes.json');
  await writeFile(limits, WITHOUT_LIMITS);
  const hub = await startHub({
    dataDir: join(place, 'data'),
    ports: PORTS_FOR_CHECKS.logs,
    pages: false,
    env: { LOG_LEVEL: 'debug', HUB_ROUTE_TABLE_FILE: routeFile },
    configs: [limits],
    onLog: line => void lines.push(line),
  });
  try {
    const walked = await walk({ hub, canaries, routeFile });
    const search = new Search(canaries);
    search.text('what the launcher prints', lines.join('\n'));
    search.text('the live lines of the coordinator and the asker', walked.live);
    search.text('the notices of everyone in the journey', walked.notices);
    search.text('the mails as they are shown', walked.mails);
    await hub.services.backend.stop();
    await search.database(hub.services.postgres.superuser);
    await hub.stop();
    const control = await positiveControl({ hub, place, canaries });
    const raw = new Search(canaries);
    await raw.files(join(hub.dataDir, 'postgres'));
    await search.files(place, [
      join(hub.dataDir, 'postgres'),
      join(place, 'control'),
    ]);
    return judge({ canaries, search, raw, walked, control });
  } finally {
    await hub.stop();
    await rm(place, { recursive: true, force: true });
  }
}

/** What limits would refuse would never be written anywhere. */
const WITHOUT_LIMITS = `hub:
  limits:
    requestsPerPersonPerMinute: 100000
    requestsPerOrganisationPerMinute: 100000
    changesPerPersonPerMinute: 100000
    requestsPerPersonInAllPerMinute: 100000
    requestsPerAddressPerMinute: 1000000
    publicPagesPerAddressPerMinute: 100000
    publicCodesPerAddressPerMinute: 100000
    publicQuestionsPerAddressPerMinute: 100000
    badTokensPerAddressPerMinute: 100000
    signInsPerAddressPerMinute: 1000000
`;

/** The whole journey. */
async function walk(input: {
  hub: Hub;
  canaries: Canaries;
  routeFile: string;
}) {
  const { hub, canaries } = input;
  const heard: string[] = [];
  const hear = (text: string) => void heard.push(text);
  const signIn = async (account: string) => {
    const client = await HubClient.signIn(hub.url, account);
    client.onAnswer = hear;
    return client;
  };
  const manager = await signIn('hub-manager');
  const planted = await keepRegister({ manager, canaries });
  const people = {
    manager,
    coordinator: await signIn('coordinator'),
    senior: await signIn('senior'),
    seniorTwo: await signIn('senior-two'),
    imsa: await signIn('imsa'),
    planted: await signInWhenKnown(signIn, planted.email),
  };
  const ears = [people.coordinator, people.planted].map(
    person => new LiveEar(person),
  );
  await consoleJourney(people, canaries);
  const openCase = await caseJourney(people, canaries);
  await publicJourney({ ...people, url: hub.url, canaries, onPage: hear });
  await templateJourney(people.coordinator, canaries);
  const failures = await databaseFaults({
    hub,
    ...people,
    openCase,
    canaries,
  });
  const routes = JSON.parse(await readFile(input.routeFile, 'utf8'));
  const statuses = await hostileRequests({ hub, manager, routes, canaries });
  const mails = await mailsOf(hub, planted.email);
  const notices = await Promise.all(
    Object.values(people).map(person =>
      person.get('/api/notifications/notices').then(({ text }) => text),
    ),
  );
  return {
    heard: heard.join('\n'),
    live: ears.map(ear => ear.end()).join('\n'),
    notices: notices.join('\n'),
    mails: mails.text,
    mailCount: mails.count,
    failures,
    routes: routes.length as number,
    statuses,
  };
}

/** The register takes a moment to tell every part who is new. */
async function signInWhenKnown(
  signIn: (account: string) => Promise<HubClient>,
  email: string,
): Promise<HubClient> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await signIn(email);
    } catch (error) {
      if (tries === 30) throw error;
      await sleep(1_000);
    }
  }
}

/** The mails, without the addresses they went to, once the planted person has one. */
async function mailsOf(hub: Hub, email: string) {
  interface Mail {
    to: string[];
  }
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(`${hub.mailUrl}/api/mails`);
    const { mails } = (await response.json()) as { mails: Mail[] };
    if (mails.some(({ to }) => to.includes(email)) || tries === 90) {
      return {
        count: mails.length,
        text: mails
          .map(({ to: _address, ...mail }) => JSON.stringify(mail))
          .join('\n'),
      };
    }
    await sleep(1_000);
  }
}

/** A search that finds nothing proves something only if it can find. */
async function positiveControl(input: {
  hub: Hub;
  place: string;
  canaries: Canaries;
}): Promise<boolean> {
  const { hub, place, canaries } = input;
  const word = canaries.plant('the control, which is written on purpose');
  const folder = join(place, 'control');
  const forms = [
    word,
    word.toUpperCase(),
    Buffer.from(`"${word}"`).toString('base64'),
    Buffer.from(word).toString('hex'),
  ];
  let found = 0;
  for (const [index, form] of forms.entries()) {
    const file = join(folder, `${index}`, 'backend.log');
    await mkdir(join(folder, `${index}`), { recursive: true });
    await copyFile(join(hub.dataDir, 'logs/backend.log'), file);
    await writeFile(file, `{"message":"${form}"}\n`, { flag: 'a' });
    const search = new Search(canaries);
    await search.files(join(folder, `${index}`));
    found += search.finds.filter(({ canary }) => canary.word === word).length;
  }
  return found === forms.length;
}
