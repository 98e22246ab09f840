import type { WrittenRoute } from '@imsa-hub/core-node';
import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';
import { settle } from '../faults/settle';
import { HubClient } from '../support/HubClient';
import { isListed, isTold, moveCase, readCase } from './cases';
import { LiveLine } from './LiveLine';
import type { Stayers } from './LeaversCases';
import type { Move, MoveFacts } from './moves';
import { tryCaseRoutes } from './tryCaseRoutes';
import { untilSo } from './untilSo';

/** Changes are gathered for a moment before a line says anything. */
const LISTENING_MS = 1_500;
const LISTS = ['open', 'mine', 'raised-by-me', 'unhandled'] as const;

/** What was measured of somebody who stays in the hub and loses a case. */
export interface MovingFindings {
  seconds: Record<string, number>;
  /** Routes of the case that had been open to them. */
  routes: number;
  wrong: string[];
}

/** Where it happens. */
export interface MoverStage {
  hub: Hub;
  knex: Knex;
  table: readonly WrittenRoute[];
  stayers: Stayers;
  subjectId: string;
}

/** Somebody loses a case and stays signed in; every way to it is timed. */
export async function moveAway(
  move: Move,
  stage: MoverStage,
): Promise<MovingFindings> {
  const { hub, knex, table, stayers, subjectId } = stage;
  const mover = await HubClient.signIn(hub.url, move.account);
  const signedIn = await mover.get<{ id: string }>('/api/network/me');
  const personId = signedIn.body.id;
  const facts: MoveFacts = { stayers, mover, subjectId, personId };
  if (move.prepare) {
    await move.prepare(facts);
    // The register takes a moment to tell every part of a new role.
    await untilSo(
      performance.now(),
      async () => (await mover.get('/api/escalations/load')).status === 200,
    );
  }
  const caseId = await move.give(facts);
  const ids = { escalationId: caseId, ...(await writePapers(facts, caseId)) };
  const line = await LiveLine.open(mover);
  const hears = () => hearsOf({ line, stayers, caseId, knex });
  const heardBefore = await hears();
  const before = await tryCaseRoutes({ table, person: mover, ids });
  const { reference } = (
    await mover.get<{ reference: string }>(`/api/escalations/cases/${caseId}`)
  ).body;

  const since = performance.now();
  await move.move(facts);
  const refused = await untilSo(
    since,
    async () =>
      (await mover.get(`/api/escalations/cases/${caseId}`)).status === 404,
  );
  const after = await tryCaseRoutes({ table, person: mover, ids });
  const swept = (performance.now() - since) / 1_000;
  const back = await untilSo(
    since,
    async () => (await readCase(stayers.manager, caseId))[move.part] === null,
  );
  const told = await untilSo(since, () =>
    isTold(stayers.manager, caseId, 'escalations.needs-somebody'),
  );
  const heardAfter = await hears();
  line.close();
  const known = new Set(
    before.filter(({ status }) => status !== 404).map(({ route }) => route),
  );
  const listed = await Promise.all(
    LISTS.map(view => isListed(mover, caseId, view)),
  );
  const found = await mover.post('/api/escalations/search', { reference });
  const day = await mover.get('/api/escalations/day');
  const me = await mover.get('/api/network/me');
  const wrong: Array<[what: string, isSo: boolean]> = [
    ...after.map(({ route, status }): [string, boolean] => [
      `${route} answered ${status}`,
      known.has(route) && status !== 404,
    ]),
    ['their page did not hear of the case before', !heardBefore],
    ['their page still heard of the case', heardAfter],
    ['a list still named the case', listed.includes(true)],
    ['it could be found still', found.text.includes(caseId)],
    ['their day named it', day.text.includes(caseId)],
    ['they were shut out of the hub', me.status !== 200],
  ];
  return {
    seconds: {
      'case refused': refused,
      'every route of it': swept,
      'case waits for somebody': back,
      'manager told': told,
    },
    routes: known.size,
    wrong: wrong
      .filter(([, isSo]) => isSo)
      .map(([what]) => `${move.name}: ${what}`),
  };
}

/** A document and a file in the case. */
async function writePapers({ mover }: MoveFacts, caseId: string) {
  const { version } = await readCase(mover, caseId);
  const path = `/api/escalations/cases/${caseId}`;
  const document = await mover.post<{ id: string }>(`${path}/write-document`, {
    version,
    templateId: 'court-support-letter',
    title: 'A letter for the hearing',
    body: 'We know this person.',
  });
  const form = new FormData();
  form.append('file', new Blob(['Notes of the hearing']), 'notes.txt');
  const file = await mover.post<{ id: string }>(
    `${path}/files?requestKey=${document.body.id}`,
    form,
  );
  return { documentId: document.body.id, fileId: file.body.id };
}

/** Whether the open page hears of a change that somebody else makes. */
async function hearsOf(options: {
  line: LiveLine;
  stayers: Stayers;
  caseId: string;
  knex: Knex;
}): Promise<boolean> {
  const { line, stayers, caseId, knex } = options;
  await settle(knex);
  await new Promise(done => setTimeout(done, LISTENING_MS));
  line.heardOf('escalations');
  await moveCase({
    by: stayers.manager,
    caseId,
    name: 'note',
    body: { kind: 'note', text: 'For the drill' },
  });
  await settle(knex);
  await new Promise(done => setTimeout(done, LISTENING_MS));
  return line.heardOf('escalations');
}
