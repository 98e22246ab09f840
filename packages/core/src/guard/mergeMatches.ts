import { FINDING_KINDS, type FindingKind, type Match } from './finding';

const RANK = new Map<FindingKind, number>(
  FINDING_KINDS.map((kind, rank) => [kind, rank]),
);

function stronger(one: Match, other: Match): Match {
  const gap = (RANK.get(one.kind) ?? 0) - (RANK.get(other.kind) ?? 0);
  // "jane @example. com" also holds "@example": the address is the whole.
  const pair = [one.kind, other.kind];
  if (pair.includes('email') && pair.includes('social-handle'))
    return gap <= 0 ? one : other;
  if (one.certainty !== other.certainty)
    return one.certainty === 'sure' ? one : other;
  return gap <= 0 ? one : other;
}

/**
 * Sorted matches of which no two overlap. Where two did, the surer kind
 * names the whole stretch, so that removing it leaves no half behind.
 */
export function mergeMatches(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const merged: Match[] = [];
  for (const match of sorted) {
    const last = merged.at(-1);
    if (!last || match.start >= last.end) {
      merged.push(match);
      continue;
    }
    merged[merged.length - 1] = {
      ...stronger(last, match),
      start: last.start,
      end: Math.max(last.end, match.end),
    };
  }
  return merged;
}
