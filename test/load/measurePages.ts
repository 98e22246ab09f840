import type { CasesBench } from './CasesBench';
import {
  compareTargets,
  failuresOf,
  ratioOf,
  type Rounds,
} from './compareTargets';
import { overWords, tellTargets } from './tellTargets';

/** At most this, as the issue has it. */
const MOST_OF_BARE = 2;

type Figures = Array<[string, string]>;

/** What the desk asks for: the board, and a case with a long timeline. */
export async function measurePages(options: {
  setting: CasesBench;
  rounds: number;
  seconds: number;
}): Promise<{ figures: Figures; holds: boolean }> {
  const { setting, ...lengths } = options;
  const { reader, hub, longCase, kept } = setting;
  const paths = {
    board: '/api/escalations/board?view=open',
    record: `/api/escalations/cases/${longCase}`,
  };
  const board = await reader.get<{ rows: Array<{ id: string }> }>(paths.board);
  const first = board.body.rows[0]?.id ?? '';
  // The first page names who reads; the second what is open on its rows.
  const ask = (path: string) => async () => reader.get(path);
  const operations = {
    board: [
      ...(await setting.capture(kept[0] ?? '', ask(paths.board))),
      ...(await setting.capture(first, ask(paths.board))),
    ],
    // The key of the case is in memory by now, as it is for whoever reads on.
    record: await setting.capture(longCase, ask(paths.record)),
  };
  const bare = await setting.bare({
    schema: 'escalations',
    operations,
    kept: [...kept, ...board.body.rows.map(({ id }) => id)],
  });
  try {
    await refuseUnlike({ setting, bareUrl: bare.url, paths });
    const bareOf: Record<string, string> = {
      board: '/board',
      record: `/record/${longCase}`,
    };
    const figures: Figures = Object.entries(operations).map(
      ([name, statements]): [string, string] => [
        `statements of the ${name}`,
        String(statements.length),
      ],
    );
    const broken: string[] = [];
    for (const connections of [1, 16]) {
      for (const [name, path] of Object.entries(paths)) {
        // One page at a time: what is still under way of a slow one when its
        // round ends would fall on the other.
        const targets = [
          {
            name: `hub ${name}`,
            url: `${hub.url}${path}`,
            headers: reader.authorization(),
          },
          { name: `bare ${name}`, url: `${bare.url}${bareOf[name] ?? ''}` },
        ];
        const common = { targets, connections };
        await compareTargets({ ...common, rounds: 1, seconds: 2 });
        const measured = await compareTargets({ ...common, ...lengths });
        const told = tell({ measured, connections, name });
        figures.push(...told.figures);
        setting.say(told.figures);
        broken.push(...told.broken);
      }
    }
    figures.push([
      'targets missed',
      broken.join('; ') || 'none: every target was met',
    ]);
    return { figures, holds: broken.length === 0 };
  } finally {
    await bare.stop();
  }
}

/** Both answer with the same cases, and with a whole timeline that was opened. */
async function refuseUnlike(options: {
  setting: CasesBench;
  bareUrl: string;
  paths: Record<'board' | 'record', string>;
}): Promise<void> {
  const { setting, bareUrl, paths } = options;
  const { reader, longCase } = setting;
  const board = await reader.get<{ rows: Array<{ id: string }> }>(paths.board);
  const ids = board.body.rows.map(({ id }) => id);
  const bareBoard = await (await fetch(`${bareUrl}/board`)).text();
  if (ids.length !== 50 || !ids.every(id => bareBoard.includes(id))) {
    throw new Error(`The two boards are not alike (${ids.length} rows)`);
  }
  const record = await reader.get<{ entries: Array<{ text?: string }> }>(
    paths.record,
  );
  const bareRecord = await (
    await fetch(`${bareUrl}/record/${longCase}`)
  ).text();
  const texts = record.body.entries.flatMap(({ text }) => (text ? [text] : []));
  const opened = bareRecord.split(JSON.stringify(texts[0])).length - 1;
  if (texts.length < 199 || opened < texts.length) {
    throw new Error(
      `The two records are not alike (${texts.length} texts, ${opened})`,
    );
  }
}

function tell(input: { measured: Rounds; connections: number; name: string }) {
  const { measured, connections, name } = input;
  const over = overWords(connections);
  const ratio = ratioOf(measured, 'median', `hub ${name}`, `bare ${name}`);
  const what = `${over}: ${name}, median of the hub to the bare one`;
  const figures: Figures = [
    ...tellTargets(measured, over),
    [what, `${ratio.toFixed(2)} × (at most ${MOST_OF_BARE})`],
  ];
  const broken: string[] = [];
  if (!(ratio <= MOST_OF_BARE)) broken.push(`${what} ${ratio.toFixed(2)} ×`);
  const failures = failuresOf(measured);
  if (failures > 0) broken.push(`${over}: ${failures} answers failed`);
  return { figures, broken };
}
