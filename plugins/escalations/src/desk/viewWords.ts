import {
  BOARD_VIEW_NAMES,
  type BoardView,
  type EscalationDay,
} from '@imsa-hub/escalations-common';
import { writtenCount } from '@imsa-hub/ui';

/** How a view is called: "all open" are, to an IMSA, those with a part. */
export function viewName(options: {
  view: BoardView;
  isDesk: boolean;
}): string {
  const { view, isDesk } = options;
  return view === 'open' && !isDesk
    ? 'Open, with a part of mine'
    : BOARD_VIEW_NAMES[view];
}

/** What an empty view says, and what to do next. */
export const EMPTY_WORDS: Readonly<
  Record<BoardView, { title: string; next: string }>
> = {
  open: {
    title: 'No open cases',
    next: 'A case that is brought to the Hub appears here by itself.',
  },
  'to-accept': {
    title: 'Nothing to accept',
    next: 'Every case that was brought has been accepted or returned.',
  },
  mine: {
    title: 'You have no cases in hand',
    next: 'Accept one from “To accept”; the most urgent is first.',
  },
  'raised-by-me': {
    title: 'You have not brought a case yet',
    next: 'A case you bring to the Hub appears here, with where it stands.',
  },
  waiting: {
    title: 'Nothing is waiting',
    next: 'A case that is marked as waiting stays here until work goes on.',
  },
  unhandled: {
    title: 'Somebody handles every case',
    next: 'A case whose handler has left stays here until somebody takes it on.',
  },
  late: {
    title: 'Nothing is past a target',
    next: 'A case that is later than its target appears here.',
  },
  closed: {
    title: 'Nothing is closed yet',
    next: 'Closed cases stay here, with what came of them.',
  },
};

/** How many wait in a view, where it is counted: "4", "100+", or nothing. */
export function countFor(options: {
  view: BoardView;
  day: EscalationDay | undefined;
}): string | undefined {
  const { view, day } = options;
  if (!day) return undefined;
  const counts: Partial<Record<BoardView, number>> = {
    'to-accept': day.toAccept,
    mine: day.mine,
    late: day.late,
  };
  const count = counts[view];
  return count ? writtenCount(count) : undefined;
}
