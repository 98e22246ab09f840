import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  clockTarget,
  addWorkingTime,
  composeDeadlineRules,
  computeDeadline,
  createHolidayCalendar,
  DEFAULT_WORKING_HOURS,
  loadDeadlineRules,
  NationSchema,
  WorkingHours,
} from '@imsa-hub/core';
import { parse } from 'yaml';
import { z } from 'zod';

const DeadlineRowSchema = z.strictObject({
  rule: z.string(),
  nation: NationSchema,
  event: z.string(),
  facts: z.record(z.string(), z.string()).optional(),
  limit: z.string().optional(),
  lateLimit: z.string().optional(),
  unknown: z.string().optional(),
  why: z.string(),
});
const ClockRowSchema = z.strictObject({
  from: z.string(),
  minutes: z.number(),
  hours: z.enum(['nine-to-five', 'split', 'weekends']),
  nation: NationSchema,
  expect: z.string(),
});
const TargetRowSchema = z.strictObject({
  start: z.string(),
  minutes: z.number(),
  stops: z.array(
    z.strictObject({ from: z.string(), to: z.string().optional() }),
  ),
  now: z.string(),
  nation: NationSchema,
  state: z.enum(['running', 'stopped', 'warning', 'late']),
  dueAt: z.string().optional(),
  remaining: z.number(),
  why: z.string(),
});

const WEEKDAY = [{ from: '09:00', to: '17:00' }];
const SPLIT_DAY = [
  { from: '09:00', to: '12:30' },
  { from: '13:00', to: '17:00' },
];
const WEEKEND_DAY = [
  { from: '10:00', to: '12:00' },
  { from: '18:00', to: '24:00' },
];
const HOURS: Record<'nine-to-five' | 'split' | 'weekends', WorkingHours> = {
  'nine-to-five': DEFAULT_WORKING_HOURS,
  split: {
    zone: 'Europe/London',
    monday: SPLIT_DAY,
    tuesday: SPLIT_DAY,
    wednesday: SPLIT_DAY,
    thursday: SPLIT_DAY,
    friday: SPLIT_DAY,
    saturday: [],
    sunday: [],
  },
  weekends: {
    zone: 'Europe/London',
    monday: WEEKDAY,
    tuesday: WEEKDAY,
    wednesday: WEEKDAY,
    thursday: WEEKDAY,
    friday: [],
    saturday: WEEKEND_DAY,
    sunday: WEEKEND_DAY,
  },
};

const OTHER_CORPORA = ['clocks.yaml', 'clock-targets.yaml'];

async function readYaml(path: string): Promise<unknown> {
  return parse(await readFile(path, 'utf8'));
}

async function readRows<Row>(path: string, row: z.ZodType<Row>) {
  return z.strictObject({ rows: z.array(row) }).parse(await readYaml(path))
    .rows;
}

async function readCatalog(root: string) {
  const [rules, holidays] = await Promise.all([
    readYaml(resolve(root, 'catalog/deadline-rules.yaml')),
    readYaml(resolve(root, 'catalog/bank-holidays.yaml')),
  ]);
  return {
    rules: composeDeadlineRules([
      { id: 'catalog', rules: () => loadDeadlineRules(rules) },
    ]),
    holidays: createHolidayCalendar(holidays),
  };
}

/**
 * Compares the deadline engine and the Hub clock with the corpus under
 * `test/corpora/deadlines`, every row exactly. `root` is the project's folder.
 * Figures come with the decisive one last; wrong rows are named among them.
 */
export async function check({ root = process.cwd() }: { root?: string } = {}) {
  const folder = resolve(root, 'test/corpora/deadlines');
  const { rules, holidays } = await readCatalog(root);
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const wrong: string[] = [];
  const compare = (what: string, expected: unknown, found: unknown) => {
    if (JSON.stringify(expected) === JSON.stringify(found)) return;
    wrong.push(
      `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
    );
  };

  const files = (await readdir(folder)).filter(
    file => file.endsWith('.yaml') && !OTHER_CORPORA.includes(file),
  );
  const read = await Promise.all(
    files.map(file => readRows(resolve(folder, file), DeadlineRowSchema)),
  );
  const rows = read.flat();
  const covered = new Set<string>();
  for (const row of rows) {
    const rule = byId.get(row.rule);
    const what = `${row.rule}, ${row.nation}, ${row.event} (${row.why})`;
    if (!rule) {
      wrong.push(`${what}: there is no such rule`);
      continue;
    }
    const { facts = {}, event: eventDate, nation } = row;
    const found = computeDeadline({ rule, eventDate, nation, holidays, facts });
    if (found.status === 'unknown') {
      compare(what, row.unknown ?? row.limit, found.reason);
      continue;
    }
    covered.add(row.rule);
    compare(what, row.limit ?? row.unknown, found.limit);
    compare(`${what}, late`, row.lateLimit, found.lateLimit?.limit);
  }
  for (const { id } of rules) {
    if (!covered.has(id)) wrong.push(`${id}: no row expects a limit from it`);
  }

  const clocks = await readRows(resolve(folder, 'clocks.yaml'), ClockRowSchema);
  for (const { from, minutes, hours, nation, expect: expected } of clocks) {
    compare(
      `${from} and ${minutes} minutes, ${hours}, ${nation}`,
      expected,
      addWorkingTime({ from, minutes, nation, holidays, hours: HOURS[hours] }),
    );
  }

  const targets = await readRows(
    resolve(folder, 'clock-targets.yaml'),
    TargetRowSchema,
  );
  for (const { start, stops, now, nation, why, ...row } of targets) {
    const found = clockTarget({
      start,
      stops,
      now,
      nation,
      holidays,
      targetMinutes: row.minutes,
      hours: DEFAULT_WORKING_HOURS,
      warnAt: [0.75],
    });
    compare(
      `clock from ${start} at ${now}, ${nation} (${why})`,
      [row.state, row.dueAt, row.remaining],
      [found.state, found.dueAt, found.remainingMinutes],
    );
  }

  const total = rows.length + clocks.length + targets.length;
  const figures: Array<[string, string | number]> = [
    ['rules', rules.length],
    ['rules that a row expects a limit from', covered.size],
    ['deadline rows', rows.length],
    [
      'of these expected unknown',
      rows.filter(row => row.unknown !== undefined).length,
    ],
    ['working-time rows', clocks.length],
    ['clock targets', targets.length],
    ...wrong.slice(0, 20).map((line): [string, string] => ['wrong', line]),
    ['rows exact', `${total - wrong.length} of ${total}`],
  ];
  return {
    figures,
    holds: wrong.length === 0 && rows.length >= 300,
  };
}
