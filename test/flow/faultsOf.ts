import type { Expected } from './expected';
import { addressOf } from '../support/sendCaseAction';
import type { Try } from './request';
import type { LedgerLine, Shelf, Standing } from './Shelf';

/** What is known of a scene before anybody tries anything. */
export interface Before {
  traces: string;
  version: number;
  draftVersion: number;
}

/** What there is after a try. */
export type Seen = Awaited<ReturnType<Shelf['look']>>;

interface Tried {
  wanted: Expected;
  before: Before;
  seen: Seen;
  asked: Try;
}

/** What is wrong with a try, or nothing. */
export function faultsOf(tried: Tried): string[] {
  return tried.wanted.verdict === 'done'
    ? faultsOfMove(tried, tried.wanted.to)
    : faultsOfRefusal(tried);
}

/** Subjects of ledger entries that a try could make. */
export const subjectsOf = (asked: Try) => [
  `escalation:${asked.caseId}`,
  `escalation-draft:${asked.draftId}`,
  refusalOf(asked),
];

function faultsOfMove({ before, seen, asked }: Tried, to: string): string[] {
  const standing: Partial<Standing> = seen.standing ?? {};
  const made = seen.entries.filter(
    ({ subject, actor, type }) =>
      subject === `escalation:${asked.caseId}` &&
      actor === asked.player.id &&
      !type.endsWith('.refused'),
  );
  return [
    ...(standing.status === to ? [] : [`is ${standing.status}, not ${to}`]),
    ...(standing.version === before.version + 1
      ? []
      : [`went from version ${before.version} to ${standing.version}`]),
    ...(made.length === 1 && seen.entries.length === 1
      ? []
      : [`the ledger has ${wordsOf(seen.entries)}`]),
  ];
}

function faultsOfRefusal({ wanted, before, seen, asked }: Tried): string[] {
  const refusals = seen.entries.filter(
    ({ subject, actor, type }) =>
      subject === refusalOf(asked) &&
      actor === asked.player.id &&
      type === 'escalations.refused',
  );
  const isRecorded =
    wanted.verdict === 'missing' ||
    (wanted.verdict === 'refused' && wanted.aboutPerson);
  const belongs = isRecorded ? 1 : 0;
  return [
    ...(seen.traces === before.traces ? [] : ['the case was changed']),
    ...(refusals.length === belongs && seen.entries.length === belongs
      ? []
      : [`the ledger has ${wordsOf(seen.entries)}`]),
  ];
}

const refusalOf = (asked: Try) => `route:post ${addressOf(asked)}`;

const wordsOf = (lines: readonly LedgerLine[]) =>
  lines.map(({ type, subject }) => `${type} of ${subject}`).join(' and ') ||
  'nothing';
