import type { LimitsOf } from './limitsOf';
import type { Shelf, Standing } from './Shelf';

type After = Awaited<ReturnType<Shelf['after']>>;

/** A move that was made in a walk. */
export interface MoveMade {
  action: string;
  /** Register id. */
  by: string;
  /** How the case stood before. */
  from: Standing;
}

/** What must be so of every case, however people got there. */
type Invariant = (input: {
  before: Standing;
  now: Standing;
  after: After;
  moves: readonly MoveMade[];
  limitsOf: LimitsOf;
}) => boolean;

const ENDED = ['closed', 'withdrawn'];
const HANDLED = ['accepted', 'in-progress', 'waiting', 'resolved', 'closed'];
const same = (one: readonly string[], other: readonly (string | null)[]) =>
  one.length === other.length && one.every((id, at) => id === other[at]);
const onlyOf = (id: string | null) => (id === null ? [] : [id]);

/** Deciding on a case, and not working on it. */
const isDecision = ({ action, from }: MoveMade) =>
  ['accept', 'return', 'override-consent', 'close'].includes(action) ||
  (from.status === 'raised' && ['assign', 'raise-level'].includes(action));
const isOwn = ({ by, from }: MoveMade) =>
  by === from.raisedBy || by === from.leadId;

const INVARIANTS: Readonly<Record<string, Invariant>> = {
  // None where the last one stepped back: the desk holds it meanwhile.
  'at most one lead, and it is the one of the record': ({ now }) =>
    same(now.leads, onlyOf(now.leadId)),
  'at most one handles it, and it is the one of the record': ({ now }) =>
    same(now.handlers, onlyOf(now.handlerId)),
  'somebody handles what the Hub has taken on': ({ now }) =>
    now.handlerId !== null || !HANDLED.includes(now.status),
  'nobody handles what they brought or lead': ({ now }) =>
    now.handlerId === null ||
    (now.handlerId !== now.raisedBy && now.handlerId !== now.leadId),
  'nobody decided on what they brought or lead': ({ moves }) =>
    !moves.some(move => isDecision(move) && isOwn(move)),
  'a handover is under way to the next lead, or there is neither': ({ now }) =>
    same(now.handovers, onlyOf(now.nextLeadId)) &&
    same(now.nextLeads, onlyOf(now.nextLeadId)),
  'what has ended has no open second opinion': ({ now }) =>
    !ENDED.includes(now.status) || now.opinions.length === 0,
  'what has ended has no handover under way': ({ now }) =>
    !ENDED.includes(now.status) || now.handovers.length === 0,
  'what has ended has no spend to decide on': ({ now }) =>
    !ENDED.includes(now.status) || now.spends.length === 0,
  'what may only be added to is as it was': ({ after }) =>
    after.lost.length === 0,
  'a state that is waited in has a target, and no other': ({ now }) =>
    (now.dueAt === null) === ENDED.includes(now.status),
  'the next limit is what the events and requests give': ({ now, limitsOf }) =>
    now.nextLimitOn === limitsOf(now),
  'no event is gone': ({ before, now }) =>
    before.eventPlaces.every(place => now.eventPlaces.includes(place)),
  'the version went up by one for each move': ({ before, now, moves }) =>
    now.version === before.version + moves.length,
  'the ledger has one entry for each move': ({ after, moves }) =>
    after.entries.length === moves.length,
};

/** Which invariants a walk broke, with what was found in their place. */
export function brokenBy(input: {
  before: Standing;
  after: After;
  moves: readonly MoveMade[];
  limitsOf: LimitsOf;
}): string[] {
  const { before, after, moves, limitsOf } = input;
  const now = after.standing;
  return Object.entries(INVARIANTS)
    .filter(([, holds]) => !holds({ before, now, after, moves, limitsOf }))
    .map(
      ([name]) =>
        `not so: ${name} (${moves.length} moves; ${differences(before, now)}; ledger: ${after.entries.map(({ type }) => type).join(', ')})`,
    );
}

/** What is otherwise than before, in short. */
function differences(before: Standing, now: Standing): string {
  return (Object.keys(now) as Array<keyof Standing>)
    .filter(key => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
    .map(
      key =>
        `${key} ${JSON.stringify(before[key])} → ${JSON.stringify(now[key])}`,
    )
    .join(', ');
}

/** How many there are, for the figures. */
export const INVARIANT_COUNT = Object.keys(INVARIANTS).length;
