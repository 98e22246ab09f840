import {
  compareTargets,
  failuresOf,
  ratioOf,
  type Rounds,
} from './compareTargets';
import type { Target } from './measureRound';
import type { QueueBench } from './QueueBench';
import { overWords, tellTargets } from './tellTargets';

const PATH = '/api/advice/queue?view=open';

/** At most these, as the issue has them. */
const MOST_OF_BARE = 2;
const LEAST_THROUGHPUT = 0.6;
const MOST_OF_SMALL = 1.3;

type Figures = Array<[string, string]>;

/** The open queue at both sizes, over 1 and 16 connections, beside the bare handler. */
export async function measureReading(options: {
  setting: QueueBench;
  rounds: number;
  seconds: number;
}): Promise<{ figures: Figures; holds: boolean }> {
  const { setting, ...lengths } = options;
  const { coordinator } = setting;
  await coordinator.get(PATH);
  const statements = await setting.capture(setting.personId, () =>
    coordinator.get(PATH),
  );
  if (statements.length !== 1) {
    throw new Error(`The queue took ${statements.length} statements, not one`);
  }
  const bare = await setting.bare({
    schema: 'advice',
    operations: { queue: statements },
    kept: [],
  });
  try {
    await refuseUnlike(setting, bare.url);
    const targets = (['small', 'large'] as const).flatMap(size => [
      {
        name: `hub ${size}`,
        url: `${setting.hub.url}${PATH}`,
        headers: coordinator.authorization(),
      },
      { name: `bare ${size}`, url: `${bare.url}/queue` },
    ]);
    const prepare = ({ name }: Target) =>
      setting.place(name.endsWith('large') ? 'large' : 'small');
    const figures: Figures = [];
    const broken: string[] = [];
    for (const connections of [1, 16]) {
      const common = { targets, connections, prepare };
      await compareTargets({ ...common, rounds: 1, seconds: 2 });
      const measured = await compareTargets({ ...common, ...lengths });
      const told = tell(measured, connections);
      figures.push(...told.figures);
      setting.say(told.figures);
      broken.push(...told.broken);
    }
    await setting.place('small');
    figures.push([
      'targets missed',
      broken.join('; ') || 'none: every target was met',
    ]);
    return { figures, holds: broken.length === 0 };
  } finally {
    await bare.stop();
  }
}

/** Both answer with the same queries in the same order, at both sizes. */
async function refuseUnlike(setting: QueueBench, bareUrl: string) {
  for (const size of ['large', 'small'] as const) {
    await setting.place(size);
    const hub = await setting.coordinator.get<{ rows: { id: string }[] }>(PATH);
    const response = await fetch(`${bareUrl}/queue`);
    const bare = (await response.json()) as { rows: { id: string }[] };
    const ids = hub.body.rows.map(({ id }) => id);
    const same = ids.every((id, index) => bare.rows[index]?.id === id);
    if (ids.length !== 50 || !same) {
      throw new Error(`The two do not answer alike (${size}, ${ids.length})`);
    }
  }
}

function tell(measured: Rounds, connections: number) {
  const over = overWords(connections);
  const figures: Figures = tellTargets(measured, over);
  const broken: string[] = [];
  const judge = (what: string, ratio: number, bound: string, held: boolean) => {
    figures.push([`${over}: ${what}`, `${ratio.toFixed(2)} × (${bound})`]);
    if (!held) broken.push(`${over}: ${what} ${ratio.toFixed(2)} ×`);
  };
  for (const size of ['small', 'large']) {
    const hub = `hub ${size}`;
    const bare = `bare ${size}`;
    const median = ratioOf(measured, 'median', hub, bare);
    judge(
      `${size}, median of the hub to the bare one`,
      median,
      `at most ${MOST_OF_BARE}`,
      median <= MOST_OF_BARE,
    );
    if (connections === 1) continue;
    const throughput = ratioOf(measured, 'perSecond', hub, bare);
    judge(
      `${size}, throughput of the hub to the bare one`,
      throughput,
      `at least ${LEAST_THROUGHPUT}`,
      throughput >= LEAST_THROUGHPUT,
    );
  }
  const growth = ratioOf(measured, 'median', 'hub large', 'hub small');
  judge(
    'hub, median of large to small',
    growth,
    `at most ${MOST_OF_SMALL}`,
    growth <= MOST_OF_SMALL,
  );
  const failures = failuresOf(measured);
  if (failures > 0) broken.push(`${over}: ${failures} answers failed`);
  return { figures, broken };
}
