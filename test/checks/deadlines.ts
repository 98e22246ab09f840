import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  addDays,
  clockTarget,
  addWorkingTime,
  composeDeadlineRules,
  computeDeadline,
  createHolidayCalendar,
  DEFAULT_WORKING_HOURS,
  DeadlineRule,
  HolidayCalendar,
  loadDeadlineRules,
  NATIONS,
  NationSchema,
  weekdayOf,
  WorkingHours,
} from '@imsa-hub/core';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CheckResult } from './CheckResult';

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

const HolidaysSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  holidays: z.record(NationSchema, z.array(z.string())),
});

const FOLDER = 'test/corpora/deadlines';
const OTHER_FILES = ['clocks.yaml', 'clock-targets.yaml', 'holidays.yaml'];

type Catalog = { rules: DeadlineRule[]; holidays: HolidayCalendar };
type Compared = { rows: number; unknown?: number; wrong: string[] };

async function readYaml(path: string): Promise<unknown> {
  return parse(await readFile(path, 'utf8'));
}

async function readRows<Row>(path: string, row: z.ZodType<Row>) {
  const file = z.strictObject({ rows: z.array(row) });
  return file.parse(await readYaml(path)).rows;
}

async function readCatalog(root: string): Promise<Catalog> {
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

function difference(what: string, expected: unknown, found: unknown): string[] {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(found)];
  return wanted === got ? [] : [`${what}: expected ${wanted}, found ${got}`];
}

async function compareDeadlines(
  folder: string,
  { rules, holidays }: Catalog,
): Promise<Compared> {
  const files = (await readdir(folder)).filter(
    file => file.endsWith('.yaml') && !OTHER_FILES.includes(file),
  );
  const rows = (
    await Promise.all(
      files.map(file => readRows(resolve(folder, file), DeadlineRowSchema)),
    )
  ).flat();
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  const wrong = rows.flatMap(row => {
    const { event: eventDate, nation, facts = {} } = row;
    const what = `${row.rule}, ${nation}, ${eventDate} (${row.why})`;
    const rule = byId.get(row.rule);
    if (!rule) return [`${what}: there is no such rule`];
    const found = computeDeadline({ rule, eventDate, nation, holidays, facts });
    return difference(
      what,
      [row.limit, row.lateLimit, row.unknown],
      found.status === 'known'
        ? [found.limit, found.lateLimit?.limit, undefined]
        : [undefined, undefined, found.reason],
    );
  });
  const withLimit = new Set(
    rows.filter(row => row.limit !== undefined).map(row => row.rule),
  );
  const untried = rules
    .filter(rule => !withLimit.has(rule.id))
    .map(rule => `${rule.id}: no row expects a limit from it`);
  const unknown = rows.filter(row => row.unknown !== undefined).length;
  return { rows: rows.length, unknown, wrong: [...wrong, ...untried] };
}

async function compareWorkingTime(
  folder: string,
  { holidays }: Catalog,
): Promise<Compared> {
  const rows = await readRows(resolve(folder, 'clocks.yaml'), ClockRowSchema);
  const wrong = rows.flatMap(({ expect: expected, ...row }) => {
    const hours = HOURS[row.hours];
    const found = addWorkingTime({ ...row, hours, holidays });
    return difference(JSON.stringify(row), expected, found);
  });
  return { rows: rows.length, wrong };
}

async function compareTargets(
  folder: string,
  { holidays }: Catalog,
): Promise<Compared> {
  const rows = await readRows(
    resolve(folder, 'clock-targets.yaml'),
    TargetRowSchema,
  );
  const wrong = rows.flatMap(row => {
    const { start, stops, now, nation, minutes: targetMinutes } = row;
    const found = clockTarget({
      start,
      stops,
      now,
      nation,
      holidays,
      targetMinutes,
      hours: DEFAULT_WORKING_HOURS,
      warnAt: [0.75],
    });
    return difference(
      `clock from ${start} at ${now}, ${nation} (${row.why})`,
      [row.state, row.dueAt, row.remaining],
      [found.state, found.dueAt, found.remainingMinutes],
    );
  });
  return { rows: rows.length, wrong };
}

async function compareHolidays(
  folder: string,
  { holidays: calendar }: Catalog,
): Promise<Compared> {
  const { from, to, holidays } = HolidaysSchema.parse(
    await readYaml(resolve(folder, 'holidays.yaml')),
  );
  const wrong: string[] = [];
  let rows = 0;
  for (const nation of NATIONS) {
    const closed = new Set(holidays[nation]);
    for (let date = from; date <= to; date = addDays({ date, days: 1 })) {
      const expected = weekdayOf(date) <= 5 && !closed.has(date);
      const found = calendar.isWorkingDay({ date, nation });
      wrong.push(...difference(`${date}, ${nation}`, expected, found));
      rows += 1;
    }
  }
  return { rows, wrong };
}

/**
 * Compares the deadline engine and the Hub clock with the corpus under
 * `test/corpora/deadlines`, every row exactly. `root` is the project's folder.
 * Figures come with the decisive one last; wrong rows are named among them.
 */
export async function check({
  root = process.cwd(),
}: { root?: string } = {}): Promise<CheckResult> {
  const folder = resolve(root, FOLDER);
  const catalog = await readCatalog(root);
  const deadlines = await compareDeadlines(folder, catalog);
  const workingTime = await compareWorkingTime(folder, catalog);
  const targets = await compareTargets(folder, catalog);

  const days = await compareHolidays(folder, catalog);

  const all = [deadlines, workingTime, targets, days];
  const wrong = all.flatMap(compared => compared.wrong);
  const total = all.reduce((sum, compared) => sum + compared.rows, 0);
  return {
    figures: [
      ['rules', String(catalog.rules.length)],
      ['deadline rows', String(deadlines.rows)],
      ['of these expected unknown', String(deadlines.unknown)],
      ['working-time rows', String(workingTime.rows)],
      ['clock targets', String(targets.rows)],
      ['days compared with the bank holidays', String(days.rows)],
      ...wrong.slice(0, 20).map((line): [string, string] => ['wrong', line]),
      ['rows exact', `${total - wrong.length} of ${total}`],
    ],
    holds: wrong.length === 0 && deadlines.rows >= 300,
  };
}
