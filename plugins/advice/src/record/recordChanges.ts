import {
  QUERY_STATUS_NAMES,
  TIER_NAMES,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import {
  areaList,
  capital,
  type ConflictRow,
  eventsInWords,
  nameOf,
} from '@imsa-hub/ui';
import { clockView } from '../words/clockView';

/** The parts of a record that people act upon, in words. */
const PARTS: readonly { label: string; say(record: QueryRecord): string }[] = [
  {
    label: 'Where it stands',
    say: record => capital(QUERY_STATUS_NAMES[record.status]),
  },
  {
    label: 'Who has it',
    say: ({ assignee }) => (assignee ? nameOf(assignee) : 'Nobody yet'),
  },
  {
    label: 'Tier',
    say: ({ tier }) => (tier ? TIER_NAMES[tier] : 'No tier yet'),
  },
  { label: 'Knowledge areas', say: record => areaList(record.areas) },
  {
    label: 'What happened',
    say: ({ events = [] }) => eventsInWords(events),
  },
  { label: 'Clock', say: record => clockView(record.clock).text },
  {
    label: 'Messages and history',
    say: ({ entries }) =>
      entries.length === 1 ? '1 entry' : `${entries.length} entries`,
  },
  {
    label: 'Organisation it is about',
    say: record => record.subjectOrganisation?.name ?? 'None',
  },
];

/**
 * What is different in the newer of two versions of a query, as far as it
 * could change somebody's mind. The reply being written is compared where it
 * is written, not here.
 */
export function recordChanges(options: {
  seen: QueryRecord;
  newer: QueryRecord;
}): ConflictRow[] {
  const { seen, newer } = options;
  return PARTS.flatMap(({ label, say }) => {
    const yours = say(seen);
    const theirs = say(newer);
    return yours === theirs ? [] : [{ label, yours, newer: theirs }];
  });
}
