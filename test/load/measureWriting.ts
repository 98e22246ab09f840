import { newId } from '@imsa-hub/core';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  compareTargets,
  failuresOf,
  medianOf,
  ratioOf,
} from './compareTargets';
import { copyRecords } from './copyRecords';
import { aLongRecord, aQuestion } from './aLongRecord';
import type { Target } from './measureRound';
import type { QueueBench } from './QueueBench';

type Figures = Array<[string, string]>;

const ENTRIES = 20;
const CLAIMS_A_ROUND = 40;
/** The hub keeps keys of cases in memory for half a minute. */
const KEYS_ARE_FORGOTTEN_MS = 31_000;

/**
 * Creating, claiming and reading a whole record, over 4 connections, beside a
 * handler that replays their statements on tables of its own and opens what is
 * sealed. Reported, not judged: the hub also seals, keeps the chain of its
 * ledger and sends notices, which the other does not.
 */
export async function measureWriting(options: {
  setting: QueueBench;
  rounds: number;
  seconds: number;
}): Promise<{ figures: Figures; failures: number }> {
  const { setting, rounds, seconds } = options;
  const { coordinator, hub, knex } = setting;
  await setting.place('small');
  const api = '/api/advice/queries';
  const kept = [setting.personId, setting.chain];
  const question = aQuestion();
  const create = await setting.capture(question.requestKey, () =>
    coordinator.post(api, question),
  );
  const recordId = await aLongRecord({
    asker: setting.asker,
    coordinator,
    entries: ENTRIES,
  });
  await coordinator.get(`${api}/${recordId}`);
  const record = await setting.capture(recordId, () =>
    coordinator.get(`${api}/${recordId}`),
  );

  const needed = CLAIMS_A_ROUND * (rounds + 1) + 10;
  const forHub = await manyQuestions(setting, needed);
  const forBare = await manyQuestions(setting, needed);
  await copyRecords({
    knex,
    from: setting.schemaOf('small'),
    to: setting.schemaOf('bare'),
    ids: [...forBare, recordId],
  });
  await sleep(KEYS_ARE_FORGOTTEN_MS);
  const claimed = forHub.pop() ?? '';
  const claim = await setting.capture(claimed, () =>
    coordinator.post(`${api}/${claimed}/claim`, { version: 1 }),
  );
  const bare = await setting.bare({
    schema: setting.schemaOf('bare'),
    operations: { create, claim, record },
    kept,
  });
  const headers = coordinator.authorization();
  const json = { ...headers, 'content-type': 'application/json' };
  const post = { method: 'POST' as const, headers: json };
  const compare = async (
    name: string,
    hubTarget: Omit<Target, 'name'>,
    bareTarget: Omit<Target, 'name'>,
    amount?: number,
  ) => {
    const common = {
      targets: [
        { ...hubTarget, name: 'hub' },
        { ...bareTarget, name: 'bare' },
      ],
      connections: 4,
      seconds,
      amount,
    };
    await compareTargets({ ...common, rounds: 1 });
    const measured = await compareTargets({ ...common, rounds });
    failures += failuresOf(measured);
    const told = (who: string) =>
      `${who} ${medianOf(measured, who, 'median').toFixed(1)} ms`;
    figures.push([
      name,
      `median ${ratioOf(measured, 'median', 'hub', 'bare').toFixed(2)} × (${told('hub')}, ${told('bare')}), throughput ${ratioOf(measured, 'perSecond', 'hub', 'bare').toFixed(2)} ×`,
    ]);
  };
  const figures: Figures = [];
  let failures = 0;
  try {
    await compare(
      `full record of ${ENTRIES} sealed entries (${record.length} statements)`,
      { url: `${hub.url}${api}/${recordId}`, headers },
      { url: `${bare.url}/record/${recordId}` },
    );
    await compare(
      `claim (${claim.length} statements)`,
      { ...post, url: hub.url, next: claimsOf(forHub, api, '/claim') },
      { ...post, url: bare.url, next: claimsOf(forBare, '/claim', '') },
      CLAIMS_A_ROUND,
    );
    await compare(
      `create (${create.length} statements)`,
      { ...post, url: hub.url, next: () => ({ path: api, body: aQuestion() }) },
      {
        ...post,
        url: bare.url,
        next: () => ({ path: '/create', body: aQuestion() }),
      },
    );
    return { figures, failures };
  } finally {
    await bare.stop();
  }
}

/** The next claim each time; one that has nothing left is a mistake of the bench. */
function claimsOf(ids: readonly string[], before: string, after: string) {
  let next = 0;
  return () => {
    // autocannon makes one request more than it sends for each connection.
    const id = ids[next] ?? newId();
    next += 1;
    return { path: `${before}/${id}${after}`, body: { version: 1 } };
  };
}

/** Truly sealed queries that wait for an adviser. */
async function manyQuestions(
  setting: QueueBench,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const some = await Promise.all(
      Array.from({ length: 8 }, () =>
        setting.asker.post<{ id: string }>('/api/advice/queries', aQuestion()),
      ),
    );
    ids.push(...some.map(answer => answer.body.id));
  }
  // Triage is not what is measured.
  await setting.knex
    .withSchema(setting.schemaOf('small'))
    .table('query')
    .whereIn('id', ids)
    .update({ status: 'triaged', tier: 'advice' });
  return ids.slice(0, count);
}
