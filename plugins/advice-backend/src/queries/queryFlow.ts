import {
  QUERY_ACTION_NAMES,
  QUERY_STATUS_NAMES,
  type QueryAction,
  type QueryStatus,
} from '@imsa-hub/advice-common';
import {
  allOf,
  needs as flowNeeds,
  needsPerson as flowNeedsPerson,
  type Flow,
  type Guard as FlowGuard,
} from '@imsa-hub/core';

/** What the flow's guards may ask. */
export interface QueryFlowContext {
  /** May work on this query: sees it as staff and answers advice. */
  works: boolean;
  triages: boolean;
  isAsker: boolean;
  isAssignee: boolean;
  /** Wrote the reply that stands as a draft. */
  isAuthor: boolean;
  /** Another person was named to read it. */
  otherReaderNamed: boolean;
  hasDraft: boolean;
  needsSecondReader: boolean;
  clockStopped: boolean;
  /** Why this person may not send the draft as it is, for immigration advice. */
  immigrationGate: string | undefined;
  /** Why the draft may not go out, because of who wrote it. */
  authorGate: string | undefined;
  /** Answered it before a second opinion was asked for. */
  answeredBefore: boolean;
  /** The asker has had a reply. */
  replied: boolean;
  /** It was merged into a query that is closed by now. */
  survivorClosed: boolean;
  /** May bring complex cases. */
  raisesCases: boolean;
  /** A complex case came of it and stands. */
  isCase: boolean;
  /** Its content was destroyed at the end of retention. */
  destroyed: boolean;
}

type Guard = FlowGuard<QueryFlowContext>;
const all = allOf<QueryFlowContext>;
const needs = flowNeeds<QueryFlowContext>;
const needsPerson = flowNeedsPerson<QueryFlowContext>;

const staff = needsPerson(c => c.works, 'Only Hub advisers can do this.');
const triager = needsPerson(
  c => c.works && c.triages,
  'Only the Advice and Intervention Coordinator and the Hub Manager can do this.',
);
const holder = needsPerson(
  c => c.works && c.isAssignee,
  'Only the person who has this query can do this.',
);
const holderOrTriager = needsPerson(
  c => c.works && (c.isAssignee || c.triages),
  'Only the person who has this query, or the coordinator, can do this.',
);
const asker = needsPerson(
  c => c.isAsker,
  'Only the person who asked can do this.',
);
const drafted = needs(c => c.hasDraft, 'Write the reply first.');
const running = needs(c => !c.clockStopped, 'The clock is stopped already.');
const stopped = needs(c => c.clockStopped, 'The clock is running already.');
const fresh = needsPerson(
  c => !c.answeredBefore,
  'A second opinion was asked for, so somebody else has to answer.',
);
const notAuthor = needsPerson(
  c => !c.isAuthor,
  'You wrote this reply, so somebody else has to read it.',
);
const namedReader = needsPerson(
  c => !c.otherReaderNamed,
  'Somebody else was asked to read this reply.',
);
const regulated: Guard = c =>
  c.immigrationGate && { why: c.immigrationGate, aboutPerson: true };
const gate: Guard = c => regulated(c) ?? c.authorGate;
const authorsGate: Guard = c => c.authorGate;
const readFirst = needs(
  c => !c.needsSecondReader,
  'A second person has to read this reply before it goes out.',
);

const hasReply = needs(c => c.replied, 'There is no reply yet.');
const goesOn = needs(
  c => !c.survivorClosed,
  'This was closed together with the query it was merged into.',
);

const kept = needs(
  c => !c.destroyed,
  'The content of this query was destroyed. Nothing can be added to it.',
);

const raisesCases = needsPerson(
  c => c.raisesCases,
  'Only people who may bring complex cases can do this.',
);
const notCaseYet = needs(
  c => !c.isCase,
  'A complex case was made of this query already.',
);

// The case is written and raised elsewhere; the query goes on (decision 16).
const takeOn = <S extends QueryStatus>(to: S) =>
  ({ to, guard: all(holder, raisesCases, notCaseYet) }) as const;
const note = { to: 'received', guard: staff } as const;
const event = <S extends QueryStatus>(to: S) =>
  ({ to, guard: holderOrTriager, reasonRequired: true }) as const;
const here = <S extends QueryStatus>(to: S) =>
  ({
    note: { ...note, to },
    'add-event': event(to),
    'correct-event': event(to),
    'change-safety': event(to),
    link: { to, guard: staff, reasonRequired: true },
    merge: { to: 'merged', guard: triager, reasonRequired: true },
    recuse: {
      // Who takes over starts with the work, unless it waits for the asker.
      to: (c: QueryFlowContext) =>
        c.isAssignee && to !== 'waiting-on-asker' ? 'in-hand' : to,
      guard: staff,
      reasonRequired: true,
    },
    'stop-clock': {
      to,
      guard: all(holderOrTriager, running),
      reasonRequired: true,
      clock: 'stop',
    },
    'restart-clock': {
      to,
      guard: all(holderOrTriager, stopped),
      reasonRequired: true,
      clock: 'restart',
    },
  }) as const;
const triage = <S extends QueryStatus>(to: S) =>
  ({ to, guard: triager, reasonRequired: true }) as const;
const assign = { to: 'in-hand', guard: triager, reasonRequired: true } as const;
const handOver = {
  to: 'in-hand',
  guard: holderOrTriager,
  reasonRequired: true,
} as const;
const close = { to: 'closed', guard: holderOrTriager, clock: 'end' } as const;
const followUp = <S extends QueryStatus>(to: S) =>
  ({ to, guard: asker }) as const;

/** The advice line's states and moves. Everything else is refused. */
export const queryFlow: Flow<QueryStatus, QueryAction, QueryFlowContext> = {
  received: {
    triage: triage('triaged'),
    'follow-up': followUp('received'),
    ...here('received'),
  },
  triaged: {
    claim: { to: 'in-hand', guard: all(staff, fresh) },
    assign,
    triage: triage('triaged'),
    'follow-up': followUp('triaged'),
    close,
    ...here('triaged'),
  },
  'in-hand': {
    draft: { to: 'in-hand', guard: holder },
    send: { to: 'answered', guard: all(holder, drafted, gate, readFirst) },
    'ask-second-reader': {
      to: 'with-second-reader',
      guard: all(holder, drafted, gate),
    },
    'ask-asker': { to: 'waiting-on-asker', guard: holder, clock: 'stop' },
    assign,
    'hand-over': handOver,
    triage: triage('in-hand'),
    'take-on': takeOn('in-hand'),
    'follow-up': followUp('in-hand'),
    close,
    ...here('in-hand'),
  },
  'with-second-reader': {
    approve: {
      to: 'answered',
      guard: all(staff, notAuthor, namedReader, authorsGate),
    },
    return: {
      to: 'in-hand',
      guard: all(staff, notAuthor, namedReader),
      reasonRequired: true,
    },
    draft: { to: 'in-hand', guard: holder },
    assign,
    'hand-over': handOver,
    triage: triage('with-second-reader'),
    'take-on': takeOn('with-second-reader'),
    'follow-up': followUp('with-second-reader'),
    ...here('with-second-reader'),
  },
  answered: {
    'follow-up': followUp('in-hand'),
    'second-opinion': { to: 'triaged', guard: asker, reasonRequired: true },
    feedback: { to: 'answered', guard: asker },
    draft: { to: 'in-hand', guard: holder },
    'hand-over': handOver,
    triage: triage('answered'),
    'take-on': takeOn('answered'),
    close,
    ...here('answered'),
  },
  'waiting-on-asker': {
    'follow-up': { to: 'in-hand', guard: asker, clock: 'restart' },
    draft: { to: 'in-hand', guard: holder, clock: 'restart' },
    assign: { ...assign, to: 'waiting-on-asker' },
    'hand-over': { ...handOver, to: 'waiting-on-asker' },
    triage: triage('waiting-on-asker'),
    'take-on': takeOn('waiting-on-asker'),
    close,
    ...here('waiting-on-asker'),
    'restart-clock': {
      to: 'in-hand',
      guard: all(holderOrTriager, stopped),
      reasonRequired: true,
      clock: 'restart',
    },
  },
  closed: {
    reopen: {
      to: 'triaged',
      guard: all(staff, kept),
      reasonRequired: true,
      clock: 'restart',
    },
    feedback: { to: 'closed', guard: all(asker, kept) },
    'second-opinion': {
      to: 'triaged',
      guard: all(asker, kept),
      reasonRequired: true,
      clock: 'restart',
    },
    note: { to: 'closed', guard: all(staff, kept) },
    recuse: { to: 'closed', guard: all(staff, kept), reasonRequired: true },
  },
  merged: {
    'follow-up': { to: 'merged', guard: all(asker, goesOn) },
    feedback: { to: 'merged', guard: all(asker, kept, hasReply) },
    // Its events and safety answers press the query that it was merged into.
    'add-event': { ...event('merged'), guard: all(triager, goesOn) },
    'correct-event': { ...event('merged'), guard: all(triager, goesOn) },
    'change-safety': { ...event('merged'), guard: all(triager, goesOn) },
    note: { to: 'merged', guard: all(staff, kept) },
    recuse: { to: 'merged', guard: all(staff, kept), reasonRequired: true },
    // It goes its own way again: a new adviser, a new clock.
    reopen: {
      to: 'triaged',
      guard: all(triager, kept),
      reasonRequired: true,
      clock: 'restart',
    },
  },
};

/** The words that refusals use. */
export const queryFlowWords = {
  actions: QUERY_ACTION_NAMES,
  statuses: QUERY_STATUS_NAMES,
};
