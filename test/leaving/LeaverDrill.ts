import type { WrittenRoute } from '@imsa-hub/core-node';
import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';
import { HubClient } from '../support/HubClient';
import type { Ending } from './endings';
import { LeaversCases } from './LeaversCases';
import { LiveLine } from './LiveLine';
import { ask, move, read, triage } from './queries';
import { tryRoutes } from './tryRoutes';
import { untilSo } from './untilSo';

/** What was measured of one leaver. */
export interface LeavingFindings {
  /** Seconds after the ending was sent, by channel. */
  seconds: Record<string, number>;
  routes: number;
  /** Routes that would not have let the person in before: they prove nothing. */
  closedBefore: string[];
  /** Routes that answered something else than 401 afterwards. */
  open: string[];
  /** What else does not hold. */
  wrong: string[];
  /** Their own question, on which something happens later. */
  ownQueryId: string;
  personId: string;
  email: string;
}

/** The people who stay, and the running hub. */
export interface LeaverStage {
  hub: Hub;
  knex: Knex;
  table: readonly WrittenRoute[];
  manager: HubClient;
  coordinator: HubClient;
  adviser: HubClient;
  /** An IMSA. */
  lead: HubClient;
}

/** One signed-in person leaves; every channel is timed until it is shut. */
export async function leaveBy(
  ending: Ending,
  stage: LeaverStage,
): Promise<LeavingFindings> {
  const { hub, knex, manager, adviser } = stage;
  const doors = stage.table.filter(route => route.door !== 'public');
  const open = stage.table.filter(route => route.door === 'public');
  const leaver = await HubClient.signIn(hub.url, ending.account);
  const me = await leaver.get<{ id: string; email: string }>('/api/network/me');
  const { id: personId, email } = me.body;
  const ownQueryId = await ask(leaver);
  const work = ending.adviser ? await giveWork(stage, personId) : undefined;
  const cases = await LeaversCases.begin({
    stayers: { manager, adviser, lead: stage.lead },
    leaver,
    personId,
    part: ending.adviser ? 'handler' : 'lead',
  });
  const ids = {
    queryId: ownQueryId,
    personId,
    escalationId: cases.caseId,
    draftId: cases.draftId,
  };
  const nobody = HubClient.nobody(hub.url);
  // What is not even there for nobody, who is asked to sign in everywhere
  // else, was taken away from the hub and is there for no one.
  const asked = await tryRoutes({ table: doors, person: nobody, ids });
  const gone = new Set(
    asked.filter(({ status }) => status === 404).map(({ route }) => route),
  );
  const closed = doors.filter(
    ({ method, path }) => !gone.has(`${method} ${path}`),
  );
  const before = await tryRoutes({ table: closed, person: leaver, ids });
  const ownCase = await leaver.get(`/api/escalations/cases/${cases.caseId}`);
  const line = await LiveLine.open(leaver);

  const since = performance.now();
  await ending.end({ manager, personId, knex });
  const [refused, live, session] = await Promise.all([
    untilSo(
      since,
      async () => (await leaver.get('/api/network/me')).status === 401,
    ),
    untilSo(since, () => line.endedAt !== undefined),
    untilSo(since, async () => (await leaver.refresh()).token === undefined),
  ]);
  const after = await tryRoutes({ table: closed, person: leaver, ids });
  const swept = (performance.now() - since) / 1_000;
  const asLeaver = await tryRoutes({ table: open, person: leaver, ids });
  const asNobody = await tryRoutes({ table: open, person: nobody, ids });
  const signedIn = await HubClient.signIn(hub.url, ending.account).then(
    () => 'let in again',
    (error: Error) => error.message,
  );
  const signInRefused = (performance.now() - since) / 1_000;
  const back = work ? await untilBack(stage, { since, ...work }) : {};
  const casesBack = await cases.untilBack(since);
  line.close();
  return {
    seconds: {
      'first refusal': refused,
      'every route': swept,
      'live line': live,
      'session refresh': session,
      'signing in again': signInRefused,
      ...back,
      ...casesBack,
    },
    routes: after.length,
    closedBefore: before.filter(isRefused).map(item => item.route),
    open: after
      .filter(item => !isRefused(item))
      .map(item => `${item.route} (${item.status})`),
    wrong: [
      ...(ownCase.status === 200
        ? []
        : ['their case was closed to them before']),
      ...(await cases.wrongAfterwards()),
      ...(signedIn.endsWith('was refused') ? [] : [`sign-in: ${signedIn}`]),
      ...asLeaver
        .filter(({ route, status }) => {
          const known = asNobody.find(item => item.route === route);
          return status < 400 && known?.status !== status;
        })
        .map(({ route }) => `${route} knows them`),
    ],
    ownQueryId,
    personId,
    email,
  };
}

const isRefused = ({ status }: { status: number }) => status === 401;

/** A query the leaver has, and one whose reply they were asked to read. */
async function giveWork(stage: LeaverStage, personId: string) {
  const { manager, coordinator, adviser } = stage;
  // Nobody triages what they asked themselves.
  const [held, toRead] = [await ask(manager), await ask(manager)];
  await triage(coordinator, held);
  await move({
    by: coordinator,
    queryId: held,
    name: 'assign',
    body: { personId, reason: 'For the drill' },
  });
  await triage(coordinator, toRead);
  await move({ by: adviser, queryId: toRead, name: 'claim' });
  await move({
    by: adviser,
    queryId: toRead,
    name: 'draft',
    method: 'PUT',
    body: { body: 'Ask for a review.', kind: 'case-specific' },
  });
  await move({
    by: adviser,
    queryId: toRead,
    name: 'ask-second-reader',
    body: { personId },
  });
  return { held, toRead };
}

/** How long until others can take the leaver's work over, and know of it. */
async function untilBack(
  { coordinator, knex }: LeaverStage,
  work: { since: number; held: string; toRead: string },
): Promise<Record<string, number>> {
  const { since, held, toRead } = work;
  const back = await untilSo(since, async () => {
    const { assignee, status } = await read(coordinator, held);
    return assignee === null && status === 'triaged';
  });
  const queued = await untilSo(since, async () => {
    const { body } = await coordinator.get<{ rows: Array<{ id: string }> }>(
      '/api/advice/queue?view=unclaimed',
    );
    return body.rows.some(row => row.id === held);
  });
  const told = await untilSo(since, async () => {
    const { body } = await coordinator.get<{
      notices: Array<{ kind: string; path: string }>;
    }>('/api/notifications/notices?unread=only');
    return body.notices.some(
      notice => notice.kind === 'advice.released' && notice.path.endsWith(held),
    );
  });
  const readable = await untilSo(since, async () => {
    const row = await knex
      .withSchema('advice')
      .from('query')
      .where({ id: toRead })
      .first('second_reader_id', 'status');
    return (
      row?.second_reader_id === null && row.status === 'with-second-reader'
    );
  });
  return {
    'work back in the queue': Math.max(back, queued),
    'coordinator told': told,
    'second reading free': readable,
  };
}
