import type { CheckResult } from '../CheckResult';
import type { Canaries } from './Canaries';
import type { Find, Search } from './search';

/** How often a table refuses what somebody sends. */
const PROVOKED = 5;

/** What was learnt on the way. */
export interface Walked {
  /** All that people who may were shown. */
  heard: string;
  live: string;
  mailCount: number;
  failures: number;
  routes: number;
  statuses: ReadonlyMap<number, number>;
}

/** Sorts finds into those by design and the others, and words the figures. */
export function judge(input: {
  canaries: Canaries;
  /** Logs, tables, notices, mails and the rest. */
  search: Search;
  /** The database's own files, its write-ahead log among them. */
  raw: Search;
  walked: Walked;
  control: boolean;
}): CheckResult {
  const { canaries, search, raw, walked, control } = input;
  const all = canaries.all();
  const byDesign = search.finds.filter(isByDesign);
  const leaks = [
    ...search.finds.filter(find => !isByDesign(find)),
    // There, everything stands that may stand in one of the tables.
    ...raw.finds.filter(({ canary }) => canary.mayStand.length === 0),
  ];
  const kept = all.filter(canary => canary.kept);
  const heard = new Set(
    canaries.findIn(walked.heard).map(canary => canary.word),
  );
  const found = new Set(byDesign.map(({ canary }) => canary.word));
  const lost = kept.filter(({ word }) => !heard.has(word) && !found.has(word));
  const provoked =
    walked.failures === PROVOKED &&
    [400, 401, 404].every(status => walked.statuses.has(status));
  return {
    figures: [
      ['words planted', `${all.length}, ${kept.length} of them kept`],
      [
        'kept words that nobody could read again (0 wanted)',
        lost.map(({ typedIn }) => typedIn).join('; ') || '0',
      ],
      ['routes tried with words', String(walked.routes)],
      [
        'answers to what nobody should send',
        [...walked.statuses]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${count} × ${status || 'hung up'}`)
          .join(', '),
      ],
      ["failures of the hub's own, provoked", String(walked.failures)],
      ['mails sent', String(walked.mailCount)],
      [
        'words where they may stand in clear',
        `${found.size} in ${new Set(byDesign.map(({ place }) => place)).size} columns`,
      ],
      [
        'places searched',
        `${search.places} and ${raw.places} files of PostgreSQL`,
      ],
      ['searched', `${((search.bytes + raw.bytes) / 1e6).toFixed(1)} MB`],
      [
        'the control, written on purpose in four forms',
        control ? 'found' : 'NOT FOUND',
      ],
      ...describe(leaks),
      ['found where nothing may stand', String(leaks.length)],
    ],
    holds:
      leaks.length === 0 &&
      lost.length === 0 &&
      provoked &&
      control &&
      walked.mailCount > 0 &&
      walked.live.length > 0,
  };
}

const isByDesign = ({ canary, place }: Find): boolean =>
  canary.mayStand.includes(place) ||
  (canary.mayStand.includes('mail.to') && place.endsWith('.eml'));

/** Each find once, most telling first. */
function describe(leaks: readonly Find[]): Array<[string, string]> {
  const lines = new Set(
    leaks.map(({ canary, place }) => `${canary.typedIn}, in ${place}`),
  );
  return [...lines].slice(0, 60).map(line => ['  found', line]);
}
