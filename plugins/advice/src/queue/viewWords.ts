import type { AdviceDay, QueueView } from '@imsa-hub/advice-common';

/** What an empty view says, and what to do next. */
export interface EmptyWords {
  title: string;
  next: string;
}

/** The words of each view when nothing is in it. */
export const EMPTY_WORDS: Readonly<Record<QueueView, EmptyWords>> = {
  open: {
    title: 'No open queries',
    next: 'New questions appear here by themselves. Nothing to do for now.',
  },
  'to-triage': {
    title: 'Nothing to triage',
    next: 'Every question has a tier. New ones appear here by themselves.',
  },
  unclaimed: {
    title: 'Nothing waits for an adviser',
    next: 'Every triaged query has somebody. Look at “Mine” for your own.',
  },
  mine: {
    title: 'You have no queries in hand',
    next: 'Claim one from “Waiting for an adviser”; the most pressing is first.',
  },
  'to-read': {
    title: 'No replies to read',
    next: 'When a colleague asks for a second reader, the reply appears here.',
  },
  waiting: {
    title: 'Nobody is being waited for',
    next: 'Queries appear here while you wait for an asker to write back.',
  },
  asked: {
    title: 'You have not asked anything yet',
    next: 'Ask the advice line a question; the reply will appear here.',
  },
  closed: {
    title: 'Nothing is closed yet',
    next: 'Closed queries stay here, with what came of them.',
  },
};

/** Counts stop at this many. */
const MOST = 100;

/** How many wait in a view, where it is counted: "4", "100+", or nothing. */
export function countFor(options: {
  view: QueueView;
  day: AdviceDay | undefined;
}): string | undefined {
  const { view, day } = options;
  if (!day) return undefined;
  const counts: Partial<Record<QueueView, number>> = {
    'to-triage': day.toTriage,
    unclaimed: day.unclaimed,
    mine: day.mine,
    'to-read': day.toRead,
  };
  const count = counts[view];
  if (count === undefined) return undefined;
  return count >= MOST ? `${MOST}+` : String(count);
}
