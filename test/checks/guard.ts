import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  checkConfidentiality,
  FINDING_KINDS,
  type FindingKind,
} from '../../packages/core/src/guard';

const FOLDER = path.resolve(__dirname, '../corpora/guard');
const LEAST_CASES = 300;
const LEAST_RECALL = 0.98;
const LEAST_PRECISION = 0.95;
/** Ten times the text may take this many times as long. */
const MOST_TIMES_LONGER = 15;

type Row = { text: string } & Partial<Record<FindingKind, string | string[]>>;

interface Tally {
  expected: number;
  found: number;
  rightly: number;
  wrongly: number;
}

/** What one row got wrong, for whoever is mending a detector. */
export interface Slip {
  text: string;
  kind: FindingKind;
  missed: boolean;
  part: string;
}

/** How the guard did on a set of rows. */
export interface Outcome {
  rows: number;
  kinds: Map<FindingKind, Tally>;
  slips: Slip[];
}

interface Span {
  kind: FindingKind;
  start: number;
  end: number;
}

function expectedSpans(row: Row): Span[] {
  return FINDING_KINDS.flatMap(kind => {
    const given = row[kind];
    const parts = [given ?? []].flat();
    let from = 0;
    return parts.map(part => {
      const start = row.text.indexOf(part, from);
      if (start < 0)
        throw new Error(`"${part}" is not in the row "${row.text}"`);
      from = start + part.length;
      return { kind, start, end: from };
    });
  });
}

const agree = (one: Span, other: Span) =>
  one.kind === other.kind && one.start < other.end && other.start < one.end;

/** Runs the guard over rows, matching by kind and overlap. */
export function runRows(rows: readonly Row[]): Outcome {
  const kinds = new Map<FindingKind, Tally>(
    FINDING_KINDS.map(kind => [
      kind,
      { expected: 0, found: 0, rightly: 0, wrongly: 0 },
    ]),
  );
  const slips: Slip[] = [];
  for (const row of rows) {
    const expected = expectedSpans(row);
    const findings: Span[] = checkConfidentiality(row.text);
    for (const span of expected) {
      const tally = kinds.get(span.kind);
      if (!tally) continue;
      tally.expected += 1;
      if (findings.some(finding => agree(finding, span))) tally.found += 1;
      else
        slips.push({
          text: row.text,
          kind: span.kind,
          missed: true,
          part: row.text.slice(span.start, span.end),
        });
    }
    for (const finding of findings) {
      const tally = kinds.get(finding.kind);
      if (!tally) continue;
      if (expected.some(span => agree(span, finding))) tally.rightly += 1;
      else {
        tally.wrongly += 1;
        slips.push({
          text: row.text,
          kind: finding.kind,
          missed: false,
          part: row.text.slice(finding.start, finding.end),
        });
      }
    }
  }
  return { rows: rows.length, kinds, slips };
}

function readRows(file: string): Row[] {
  const sets: Record<string, (Row | string)[]> = parse(
    readFileSync(path.join(FOLDER, file), 'utf8'),
  );
  return Object.values(sets)
    .flat()
    .map(row => (typeof row === 'string' ? { text: row } : row));
}

/** The rows that detectors were tuned on, and those that were kept back. */
export function readCorpora(): { tuned: Row[]; heldOut: Row[] } {
  return {
    tuned: [...readRows('identifiers.yaml'), ...readRows('clean.yaml')],
    heldOut: readRows('held-out.yaml'),
  };
}

function ratios(tallies: readonly Tally[]): {
  recall: number;
  precision: number;
  expected: number;
  caught: number;
} {
  const total = (pick: (tally: Tally) => number) =>
    tallies.reduce((sum, tally) => sum + pick(tally), 0);
  const expected = total(tally => tally.expected);
  const caught = total(tally => tally.found);
  const flagged = total(tally => tally.rightly + tally.wrongly);
  return {
    expected,
    caught,
    recall: expected === 0 ? 1 : caught / expected,
    precision: flagged === 0 ? 1 : total(tally => tally.rightly) / flagged,
  };
}

function figure(tallies: readonly Tally[]): string {
  const { recall, precision, expected, caught } = ratios(tallies);
  return `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)} (${caught} of ${expected})`;
}

/** Texts made to be slow to read, each repeated to the length asked for. */
const HOSTILE: readonly string[] = [
  '0',
  '0 ',
  '07700 ',
  'a',
  'A',
  'Aa ',
  '@',
  'a@',
  'a.',
  ' at ',
  ' dot ',
  'Mr ',
  'her name is ',
  'double ',
  'one ',
  'o',
  '-',
  '((((',
  'A1 ',
  'SW1A ',
  'born ',
  'dob ',
  'on on ',
  'passport ',
  'nrm ref ',
  '12 Aa ',
  'street ',
  '1 a street ',
  '\u200b',
  'é',
  '０',
  'ﷺ',
  '\ud83d\ude00',
  '\ud800',
  'AB 12 ',
  'GWF',
  '3434 ',
  '12/12/',
  '+44 ',
  'insta as ',
  'a_a.',
  'her daughter Aa ',
  '9991106847 ',
  "'",
  '.',
  'home office ref ',
  'account ',
  'May ',
  'twenty ',
  '\n',
  'lives at Aa ',
];

/** The least of three times of reading a text so often in a row, ms. */
function leastMilliseconds(text: string, times: number): number {
  let least = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) checkConfidentiality(text);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

const SHORT = 2_000;
const LONG = 20_000;
const TIMES_LONGER = LONG / SHORT;

/** Ten times the text takes ten times as long; so near to it, no more is measured. */
const ENOUGH_TIMES = 12;

/** How often a text that seems to grow too fast is measured again. */
const MOST_TURNS = 30;

/**
 * The slowest hostile text at 20,000 characters, and how time grows. One long
 * text is timed beside ten short ones in a row: a busy machine interrupts
 * whatever runs for long, so both run for as long and in the same turn. The
 * best turn counts, because the machine spoils some and only code spoils all.
 */
export function timeHostile(): { slowest: number; of: string; growth: number } {
  const fill = (unit: string, length: number) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  let slowest = 0;
  let of = '';
  let growth = 0;
  for (const unit of HOSTILE) {
    let longest = Infinity;
    let grown = Infinity;
    for (let turn = 0; turn < MOST_TURNS && grown > ENOUGH_TIMES; turn += 1) {
      const short = leastMilliseconds(fill(unit, SHORT), TIMES_LONGER);
      const long = leastMilliseconds(fill(unit, LONG), 1);
      longest = Math.min(longest, long);
      // Below 2 ms the clock and the compiler say nothing about growth.
      grown = Math.min(grown, (TIMES_LONGER * long) / Math.max(short, 2));
    }
    if (longest > slowest) [slowest, of] = [longest, unit];
    growth = Math.max(growth, grown);
  }
  return { slowest, of, growth };
}

/** The `guard` acceptance check. Prints nothing; the runner does. */
export async function check(): Promise<{
  figures: Array<[label: string, value: string]>;
  holds: boolean;
}> {
  const { tuned, heldOut } = readCorpora();
  const tunedOutcome = runRows(tuned);
  const heldOutcome = runRows(heldOut);
  const both = runRows([...tuned, ...heldOut]);
  const all = [...both.kinds.values()];
  const figures: Array<[label: string, value: string]> = [
    ['synthetic cases', `${both.rows} (${heldOut.length} of them held out)`],
  ];
  for (const [kind, tally] of both.kinds) figures.push([kind, figure([tally])]);
  const { slowest, of, growth } = timeHostile();
  figures.push(
    [
      'hostile text, 20,000 characters',
      `${slowest.toFixed(1)} ms at most (repeated ${JSON.stringify(of)})`,
    ],
    [
      'hostile text, 20,000 beside 2,000',
      `${growth.toFixed(1)} times as long, at most ${MOST_TIMES_LONGER}`,
    ],
    ['tuned on', figure([...tunedOutcome.kinds.values()])],
    ['held out', figure([...heldOutcome.kinds.values()])],
    ['identifiers, all cases', figure(all)],
  );
  const { recall, precision } = ratios(all);
  return {
    figures,
    holds:
      recall >= LEAST_RECALL &&
      precision >= LEAST_PRECISION &&
      both.rows >= LEAST_CASES &&
      growth <= MOST_TIMES_LONGER,
  };
}
