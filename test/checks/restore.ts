import { chmod, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inside } from '../access/Inside';
import { Copies } from '../sealed/copies';
import { openEverything } from '../sealed/openEverything';
import { plantCases, type PlantedCases } from '../sealed/plantCases';
import { readAll, wordsIn } from '../sealed/readAll';
import { SealedHub } from '../sealed/SealedHub';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';
import { Canaries } from './logs/Canaries';
import { need } from './logs/need';

const SCHEMAS = ['network', 'deadlines', 'advice', 'escalations'].concat(
  'notifications',
  'search',
);
/** From the loss of the database to the first page, for these few records. */
const MOST_SECONDS = 300;

/**
 * Last night's copy of the database is put back after a loss, with the newest copy
 * of the keys: the hub serves again, its ledger is whole against last night's heads,
 * and what was destroyed since last night stays destroyed.
 */
export async function check(): Promise<CheckResult> {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-restore-'));
  // PostgreSQL runs as somebody else and writes its copies here.
  await chmod(folder, 0o711);
  const sealed = await SealedHub.start(folder, PORTS_FOR_CHECKS.restore);
  const inside = new Inside(sealed.hub);
  try {
    return await drill({ folder, sealed, inside });
  } finally {
    await inside.close();
    await sealed.hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Heads go out every ten seconds; a fast machine plants everything before that. */
async function headsAreOut(folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const files = await readdir(folder).catch((): string[] => []);
    if (files.includes('escalations.jsonl')) return;
    if (tries === 120) throw new Error('No heads of the ledger were exported');
    await sleep(1_000);
  }
}

async function drill(world: {
  folder: string;
  sealed: SealedHub;
  inside: Inside;
}): Promise<CheckResult> {
  const { folder, sealed, inside } = world;
  const { hub } = sealed;
  const { superuser } = hub.services.postgres;
  const canaries = new Canaries();
  const [night, keysOfNight, keysOfNow, heads] = [
    'night',
    'keys-of-night',
    'keys-of-now',
    'heads',
  ].map(name => join(folder, name)) as [string, string, string, string];
  const copies = new Copies(superuser, SCHEMAS);

  const people = await signIn(hub.url);
  const planted = await plantCases({ canaries, inside, people });
  const read = async () =>
    wordsIn(canaries, await readAll({ ...people, planted, queries: [] }));
  const shown = await read();
  await inside.settled();
  await headsAreOut(join(hub.dataDir, 'ledger-heads'));
  await sealed.command('audit:verify');

  const tables = await copies.take('all but the keys', night);
  await copies.take('the keys', keysOfNight);
  await cp(join(hub.dataDir, 'ledger-heads'), heads, { recursive: true });

  await destroyAfterwards({ inside, manager: people.manager, planted });
  await copies.take('the keys', keysOfNow);
  await hub.services.backend.stop();

  const lost = performance.now();
  await copies.drop();
  await sealed.command('migrate');
  await copies.putBack('all but the keys', night);
  await copies.putBack('the keys', keysOfNow);
  await rm(join(hub.dataDir, 'ledger-heads'), { recursive: true });
  await cp(heads, join(hub.dataDir, 'ledger-heads'), { recursive: true });
  const verdict = await sealed.command('audit:verify');
  await hub.services.backend.start();
  const again = await signIn(hub.url);
  need(await again.manager.get('/api/escalations/board?view=open'));
  const seconds = (performance.now() - lost) / 1_000;

  const ofDestroyed = new Set(planted.closed.words);
  const shownNow = wordsIn(
    canaries,
    await readAll({ ...again, planted, queries: [] }),
  );
  const missing = shown.filter(
    word => !ofDestroyed.has(word) && !shownNow.includes(word),
  );
  const stillShown = shownNow.filter(word => ofDestroyed.has(word));
  const isDestroyedAgain = await destroyedAgain(inside, planted.closed.id);
  await hub.services.backend.stop();
  const opens = await openOf(sealed, planted.closed.id);
  // So that the drill can fail: with last night's keys the same copy opens.
  await copies.putBack('the keys', keysOfNight);
  const control = await openOf(sealed, planted.closed.id);

  return {
    figures: [
      ['tables in last night’s copy', String(tables)],
      ['words that people were shown before', String(shown.length)],
      [
        'the ledger against last night’s heads',
        verdict.trim().split('\n').at(-1) ?? '',
      ],
      [
        'from the loss to the first page',
        `${seconds.toFixed(1)} s of ${MOST_SECONDS}`,
      ],
      ['words of others that are not shown any more', String(missing.length)],
      ['words of the destroyed case that are shown', String(stillShown.length)],
      [
        'its record says again that it was destroyed',
        isDestroyedAgain ? 'yes' : 'NO',
      ],
      [
        'its texts that open, with the newest keys',
        `${opens.open} of ${opens.all}`,
      ],
      [
        'the same with last night’s keys, as a control',
        `${control.open} of ${control.all}`,
      ],
    ],
    holds:
      shown.length > 0 &&
      seconds < MOST_SECONDS &&
      missing.length + stillShown.length === 0 &&
      isDestroyedAgain &&
      opens.open === 0 &&
      control.open > 0,
  };
}

async function signIn(url: string) {
  return {
    manager: await HubClient.signIn(url, 'hub-manager'),
    raiser: await HubClient.signIn(url, 'imsa'),
    senior: await HubClient.signIn(url, 'senior'),
    handler: await HubClient.signIn(url, 'senior-two'),
    next: await HubClient.signIn(url, 'trainee'),
  };
}

/** One case ends after last night's copy was made. */
async function destroyAfterwards(input: {
  inside: Inside;
  manager: HubClient;
  planted: PlantedCases;
}): Promise<void> {
  const { inside, manager, planted } = input;
  const { id, reference } = planted.closed;
  await inside.value(
    `update escalations.escalation set retain_until = current_date - 1 where id = $1`,
    [id],
  );
  need(
    await manager.post(`/api/escalations/cases/${id}/destroy`, {
      version: await inside.caseVersion(id),
      reference,
      reason: 'The time for which it was kept is over',
    }),
  );
}

/** The hub finds by itself, soon after it is up, what had ended. */
async function destroyedAgain(inside: Inside, id: string): Promise<boolean> {
  for (let tries = 0; tries < 120; tries += 1) {
    const isDestroyed = await inside.value<boolean>(
      'select destroyed_at is not null from escalations.escalation where id = $1',
      [id],
    );
    if (isDestroyed) return true;
    await new Promise(done => setTimeout(done, 500));
  }
  return false;
}

async function openOf(sealed: SealedHub, caseId: string) {
  const texts = await openEverything({
    hub: sealed.hub,
    schema: 'escalations',
    masterKeys: [sealed.first],
  });
  const its = texts.filter(text => text.caseId === caseId);
  return {
    all: its.length,
    open: its.filter(({ text }) => text !== undefined).length,
  };
}
