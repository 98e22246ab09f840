import type { RetentionRequest, RetentionRow } from '@imsa-hub/core';

/** Records that ask the same of whoever keeps them. */
export interface RetentionGroup {
  title: string;
  lead: string;
  rows: RetentionRow[];
}

/** Puts closed records together by what they ask, what presses most first. */
export function groupRetention(input: {
  /** What one is called: "case". */
  noun: string;
  view: RetentionRequest['view'];
  rows: readonly RetentionRow[];
  /** Today in London, `YYYY-MM-DD`. */
  today: string;
  /** Where somebody decides just now: that one stays where it is. */
  staying: { id: string; title: string } | undefined;
}): RetentionGroup[] {
  const { noun } = input;
  const groups: RetentionGroup[] = [
    {
      title: 'Waits for a second person',
      lead: 'Somebody asked that the content is destroyed before its time. Another person confirms it.',
      rows: [],
    },
    {
      title: 'Past its end, in review',
      lead: `The content is destroyed at the end of the review, unless somebody puts the ${noun} on hold.`,
      rows: [],
    },
    {
      title: 'Ends within 90 days',
      lead: `Nothing has to be done. If a ${noun} is still needed, put it on hold in time.`,
      rows: [],
    },
    {
      title: 'On hold',
      lead: 'Kept beyond the end of retention, for as long as the hold lasts.',
      rows: [],
    },
  ];
  const placeOf = (row: RetentionRow) => {
    if (row.id === input.staying?.id) {
      return groups.findIndex(({ title }) => title === input.staying?.title);
    }
    if (input.view === 'held') return 3;
    if (row.destructionAsked) return 0;
    return row.retainUntil !== null && row.retainUntil <= input.today ? 1 : 2;
  };
  for (const row of input.rows) groups[placeOf(row)]?.rows.push(row);
  return groups.filter(({ rows }) => rows.length > 0);
}
