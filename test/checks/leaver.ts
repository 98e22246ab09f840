import type { WrittenRoute } from '@imsa-hub/core-node';
import { startHub, type Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtDatabase } from '../faults/drillDatabase';
import { ENDINGS } from '../leaving/endings';
import { leaveBy, type LeavingFindings } from '../leaving/LeaverDrill';
import { LiveLine } from '../leaving/LiveLine';
import { moveAway, type MovingFindings } from '../leaving/MoverDrill';
import { MOVES } from '../leaving/moves';
import { ask } from '../leaving/queries';
import { tellAfterwards } from '../leaving/tellAfterwards';
import { untilSo } from '../leaving/untilSo';
import { HubClient } from '../support/HubClient';
import { PORTS_FOR_CHECKS } from '../support/ports';
import type { CheckResult } from './CheckResult';

const LONGEST_SECONDS = 60;

const SETTINGS = `
hub:
  mail:
    everySeconds: 2
    settleSeconds: 1
`;

/**
 * Signed-in people leave in every way the register knows: how long until every
 * route, the live line, the session and the sign-in refuse them, their queries
 * and cases wait for somebody new, and nothing reaches them any more. Others stay
 * and lose a case: it is as if it never was.
 */
export async function check(): Promise<CheckResult> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imsa-hub-leaver-'));
  const routes = join(dataDir, 'routes.json');
  const settings = join(dataDir, 'drill.yaml');
  await writeFile(settings, SETTINGS);
  const hub = await startHub({
    dataDir,
    ports: PORTS_FOR_CHECKS.leaver,
    pages: false,
    configs: [settings],
    env: { HUB_ROUTE_TABLE_FILE: routes },
  });
  try {
    // The hub is ready a moment before it has written the table.
    await untilSo(performance.now(), () => existsSync(routes));
    const table: WrittenRoute[] = JSON.parse(await readFile(routes, 'utf8'));
    return await lookAtDatabase(hub, knex => measure({ hub, knex, table }));
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(given: {
  hub: Hub;
  knex: Knex;
  table: readonly WrittenRoute[];
}): Promise<CheckResult> {
  const { hub, knex, table } = given;
  const signIn = (key: string) => HubClient.signIn(hub.url, key);
  const manager = await signIn('hub-manager');
  const coordinator = await signIn('coordinator');
  const adviser = await signIn('senior');
  const stayer = await signIn('imsa');
  const line = await LiveLine.open(stayer);
  const lead = await signIn('imsa-shazia');
  const stage = { hub, knex, table, manager, coordinator, adviser, lead };
  const stayers = { manager, adviser, lead };
  const subjectId = await anOrganisation(manager);

  const moved: MovingFindings[] = [];
  for (const move of MOVES) {
    moved.push(await moveAway(move, { hub, knex, table, stayers, subjectId }));
  }
  const found: LeavingFindings[] = [];
  for (const ending of ENDINGS) found.push(await leaveBy(ending, stage));

  const me = await stayer.get<{ id: string; email: string }>('/api/network/me');
  const told = await tellAfterwards({
    ...stage,
    askers: [
      ...found,
      {
        personId: me.body.id,
        email: me.body.email,
        ownQueryId: await ask(stayer),
      },
    ],
  });
  const stayed = told.pop();
  const undisturbed =
    me.status === 200 &&
    line.endedAt === undefined &&
    (await stayer.refresh()).token !== undefined;
  line.close();

  const times = [...moved, ...found].flatMap(item =>
    Object.values(item.seconds),
  );
  const slowest = Math.max(...times);
  const reached = told.reduce((sum, one) => sum + one.notices + one.mails, 0);
  const wrong = [
    ...moved.flatMap(item => item.wrong),
    ...(moved.every(item => item.routes > 0)
      ? []
      : ['no route of a case was open before']),
    ...found.flatMap(item => item.wrong),
    ...found.flatMap(item => item.open),
    ...found.flatMap(item =>
      item.closedBefore.map(route => `${route} was closed before`),
    ),
    ...(reached > 0 ? ['somebody who left was told'] : []),
    ...(stayed?.notices === 1 && stayed.mails === 1
      ? []
      : ['whoever stayed was not told once']),
    ...(undisturbed ? [] : ['whoever stayed was disturbed']),
    ...(found.every(item => item.routes > 0) ? [] : ['no route was tried']),
  ];
  return {
    figures: [
      ...moved.map((item, index) => timesOf(MOVES[index], item)),
      ...found.map((item, index) => timesOf(ENDINGS[index], item)),
      [
        'routes of a case that had been open, and were as if it never was (404)',
        moved.map(({ routes }) => routes).join(', '),
      ],
      [
        'routes that refused each of them (401)',
        `${Math.min(...found.map(item => item.routes - item.open.length))} of ${Math.max(...found.map(item => item.routes))}`,
      ],
      ['notices and mails to them afterwards', String(reached)],
      [
        'to somebody who stayed, for the same',
        `${stayed?.notices} notice, ${stayed?.mails} mail`,
      ],
      ['what does not hold', [...new Set(wrong)].join('; ') || 'nothing'],
      [
        'slowest of all, in seconds',
        `${slowest.toFixed(1)} (at most ${LONGEST_SECONDS})`,
      ],
    ],
    holds: wrong.length === 0 && slowest <= LONGEST_SECONDS,
  };
}

function timesOf(
  way: { name: string } | undefined,
  { seconds }: Pick<LeavingFindings, 'seconds'>,
): [string, string] {
  return [
    way?.name ?? '',
    Object.entries(seconds)
      .map(([channel, took]) => `${channel} ${took.toFixed(1)} s`)
      .join(', '),
  ];
}

/** What cases are about: nobody who stays or leaves works there yet. */
async function anOrganisation(manager: HubClient): Promise<string> {
  const { body } = await manager.get<{
    organisations: Array<{ id: string; name: string }>;
  }>('/api/escalations/choices');
  const found = body.organisations.find(
    ({ name }) => name === 'Dyffryn County Services',
  );
  if (!found) throw new Error('The organisation is not in the register');
  return found.id;
}
