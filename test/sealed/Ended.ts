import type { Inside } from '../access/Inside';
import type { Canaries } from '../checks/logs/Canaries';
import { need } from '../checks/logs/need';
import type { HubClient } from '../support/HubClient';
import type { SealedText } from './openEverything';
import type { PlantedCases } from './plantCases';
import { wordsIn } from './readAll';

/** A closed record, to be destroyed. */
export interface Ended {
  what: 'case' | 'query';
  table: string;
  path: string;
  id: string;
  reference: string;
  /** What ends with it: its own id, and those of what was merged into it. */
  ids: readonly string[];
  /** Planted in these, and nowhere else. */
  words: readonly string[];
}

export const endedCase = ({ closed }: PlantedCases): Ended => ({
  what: 'case',
  table: 'escalations.escalation',
  path: `/api/escalations/cases/${closed.id}`,
  ids: [closed.id],
  ...closed,
});

interface OpenQuery {
  version: number;
  reference: string;
  areas: string[];
  mergedHere: Array<{ id: string }>;
}

/**
 * Answers the query in which most was written, with what was merged into it, and
 * closes it, as the coordinator does.
 */
export async function closeQuery(input: {
  inside: Inside;
  coordinator: HubClient;
  canaries: Canaries;
  texts: readonly SealedText[];
}): Promise<Ended> {
  const { inside, coordinator, canaries, texts } = input;
  const open = await inside.value<string[]>(
    `select json_agg(id) from advice.query where not demo and open`,
  );
  const textsOf = (id: string) => texts.filter(({ caseId }) => caseId === id);
  const [id = ''] = open.toSorted(
    (one, other) => textsOf(other).length - textsOf(one).length,
  );
  const path = `/api/advice/queries/${id}`;
  const look = async () => need(await coordinator.get<OpenQuery>(path)).body;
  const move = async (verb: string, body: object = {}) => {
    const { version } = await look();
    const send = verb === 'draft' ? coordinator.put : coordinator.post;
    need(await send.call(coordinator, `${path}/${verb}`, { version, ...body }));
  };
  const { reference, areas, mergedHere } = await look();
  const merged = mergedHere.map(other => other.id);
  await move('claim');
  await move('draft', {
    body: 'Ask the council.',
    kind: 'signpost',
    cites: [],
  });
  await move('send', { alsoTo: merged });
  await move('close', {
    outcomes: areas.map(area => ({ area, result: 'achieved' })),
  });
  const wordsOf = (some: readonly SealedText[]) =>
    wordsIn(canaries, some.map(({ text }) => text ?? '').join('\n'));
  const ids = [id, ...merged];
  const isOfThese = ({ caseId = '' }: SealedText) => ids.includes(caseId);
  const elsewhere = new Set(wordsOf(texts.filter(text => !isOfThese(text))));
  return {
    what: 'query',
    table: 'advice.query',
    path,
    id,
    ids,
    reference,
    words: wordsOf(texts.filter(isOfThese)).filter(
      word => !elsewhere.has(word),
    ),
  };
}

/** Destroys it at the end of its retention, which is made to be yesterday. */
export async function destroyEnded(
  manager: HubClient,
  { inside, ended }: { inside: Inside; ended: Ended },
): Promise<void> {
  const { table, path, id, reference } = ended;
  await inside.value(
    `update ${table} set retain_until = current_date - 1 where id = $1`,
    [id],
  );
  need(
    await manager.post(`${path}/destroy`, {
      version: await inside.value(
        `select version from ${table} where id = $1`,
        [id],
      ),
      reference,
      reason: 'The time for which it was kept is over',
    }),
  );
}
