import {
  ESCALATION_ACTION_NAMES,
  ESCALATION_STATUS_NAMES,
  type EscalationAction,
  type EscalationStatus,
  type Level,
} from '@imsa-hub/escalations-common';
import {
  allOf,
  needs as flowNeeds,
  needsPerson as flowNeedsPerson,
  type Flow,
  type Guard as FlowGuard,
} from '@imsa-hub/core';

/** What the flow's guards may ask. */
export interface EscalationFlowContext {
  /** May work on this case: has a part in it, or the desk and no conflict. */
  works: boolean;
  /** Sits at the desk: a senior IMSA or the Hub Manager. */
  desk: boolean;
  manages: boolean;
  isRaiser: boolean;
  isLead: boolean;
  isNextLead: boolean;
  isHandler: boolean;
  /** Nobody leads it after its lead IMSA left. */
  hasLead: boolean;
  /** Its content was destroyed at the end of retention. */
  destroyed: boolean;
  level: Level;
  /** May decide that a case goes on without the survivor's agreement. */
  overrides: boolean;
  /** Agreed to, not agreed but decided on, or neither. */
  consent: 'given' | 'overridden' | 'none';
  /** A second opinion was asked for and is not there yet. */
  opinionOpen: boolean;
  /** Somebody asked this person for a second opinion that is open. */
  opinionAskedOfMe: boolean;
  handoverOpen: boolean;
  handoverAccepted: boolean;
  /** A spend waits for a decision. */
  spendOpen: boolean;
  /** A decision waits on a spend that this person did not propose. */
  spendOfOthersOpen: boolean;
  /** What the type of the case puts in the way of this move. */
  narrowed(action: EscalationAction): string | undefined;
}

type Guard = FlowGuard<EscalationFlowContext>;
const all = allOf<EscalationFlowContext>;
const needs = flowNeeds<EscalationFlowContext>;
const needsPerson = flowNeedsPerson<EscalationFlowContext>;

const worker = needsPerson(
  c => c.works,
  'Only people who have a part in it can do this.',
);
const desk = needsPerson(
  c => c.works && c.desk,
  'Only a senior IMSA or the Hub Manager can do this.',
);
const raiser = needsPerson(
  c => c.isRaiser,
  'Only the person who brought it can do this.',
);
const lead = needsPerson(
  c => c.works && c.isLead,
  'Only the lead IMSA can do this.',
);
const nextLead = needsPerson(
  c => c.works && c.isNextLead,
  'Only the IMSA who is asked to take over can do this.',
);
const handler = needsPerson(
  c => c.works && c.isHandler,
  'Only the person who handles it at the Hub can do this.',
);
const handlerOrManager = needsPerson(
  c => c.works && (c.isHandler || c.manages),
  'Only the person who handles it, or the Hub Manager, can do this.',
);
const caseOwners = needsPerson(
  c => c.works && (c.isHandler || c.isLead || c.manages),
  'Only the lead IMSA and the person who handles it can do this.',
);
const raiserOrLead = needsPerson(
  c =>
    c.isRaiser ||
    (c.works && c.isLead) ||
    // Whoever brought it may have left.
    (c.works && c.manages && !c.hasLead),
  'Only the person who brought it, or the lead IMSA, can do this.',
);
const notOwn = needsPerson(
  c => !c.isRaiser && !c.isLead,
  'You brought this case, so somebody else has to decide on it.',
);
/** From the Hub Manager's level on, deciding is the Hub Manager's alone. */
const atMyLevel = needsPerson(
  c => c.level === 'senior-imsa' || c.manages,
  'This case is with the Hub Manager now.',
);
const hasBeenRaised = needs(
  c => c.level !== 'senior-imsa',
  'It is at the lowest level already.',
);
/** Sharing it with more people waits for agreement, or for a decision. */
const discussed = needs(
  c => c.consent !== 'none',
  'The survivor does not agree that this is discussed. Somebody else at the Hub has to decide first, with a reason, that it goes on.',
);
const overrider = needsPerson(
  c => c.works && c.overrides,
  'Only a senior IMSA or the Hub Manager can do this.',
);
const withoutAgreement = needs(
  c => c.consent === 'none',
  'The survivor agrees, or it was decided already that it goes on.',
);
const notInHand = needsPerson(
  c => !c.isHandler,
  'You handle this case, so somebody else has to decide on it.',
);
const noOpinion = needs(
  c => !c.opinionOpen,
  'A second opinion is still to come. Wait for it, or ask the person to give it.',
);
const noHandover = needs(
  c => !c.handoverOpen,
  'A handover is under way. Complete or cancel it first.',
);
const noSpend = needs(
  c => !c.spendOpen,
  'A spend waits for a decision. Decide on it first.',
);
const stillThere = needs(
  c => !c.destroyed,
  'The content of this case was destroyed. It cannot go on.',
);
const handoverUnderWay = needs(
  c => c.handoverOpen,
  'No handover is under way.',
);
const handoverNotAccepted = needs(
  c => c.handoverOpen && !c.handoverAccepted,
  'It was accepted already.',
);
const handoverTaken = needs(
  c => c.handoverAccepted,
  'The IMSA who takes over has to accept it first.',
);
const askedOfMe = needsPerson(
  c => c.opinionAskedOfMe,
  'Nobody asked you for a second opinion on this.',
);
const othersSpend = needs(
  c => c.spendOfOthersOpen,
  'There is no spend that you can decide on. Nobody decides on their own.',
);

type Open = Exclude<EscalationStatus, 'draft' | 'closed' | 'withdrawn'>;

/** A move within a state: it adds to the case and stays where it is. */
const stay = <S extends Open>(to: S, guard: Guard) => ({ to, guard }) as const;

/** What can be done to every open case, wherever it stands. */
const always = <S extends Open>(to: S) =>
  ({
    note: stay(to, worker),
    'record-choice': stay(to, lead),
    'record-consent': { to, guard: caseOwners, reasonRequired: true },
    'override-consent': {
      to,
      guard: all(overrider, notOwn, notInHand, withoutAgreement),
      reasonRequired: true,
    },
    'add-event': stay(to, caseOwners),
    'correct-event': { to, guard: caseOwners, reasonRequired: true },
    'add-encounter': stay(to, lead),
    // A lead who steps back asks the next one, wherever the case stands.
    'accept-handover': stay(to, all(nextLead, handoverNotAccepted)),
    'complete-handover': stay(
      to,
      all(
        needsPerson(
          c => c.works && (c.isLead || c.isNextLead || c.manages),
          'Only the two IMSAs of the handover can do this.',
        ),
        handoverUnderWay,
        handoverTaken,
      ),
    ),
    'cancel-handover': {
      to,
      guard: all(
        needsPerson(
          c => c.works && (c.isLead || c.isNextLead || c.manages),
          'Only the two IMSAs of the handover can do this.',
        ),
        handoverUnderWay,
      ),
      reasonRequired: true,
    },
    'add-request': stay(to, caseOwners),
    'answer-request': stay(to, caseOwners),
    recuse: { to, guard: worker, reasonRequired: true },
    'set-organisation': { to, guard: handlerOrManager, reasonRequired: true },
  }) as const;

/** One step down again, by who decides at the level it is at. */
const lowerLevel = <S extends Open>(to: S) =>
  ({
    to,
    guard: all(desk, atMyLevel, hasBeenRaised),
    reasonRequired: true,
  }) as const;

/** What people do on a case that the Hub has taken on. */
const work = <S extends Open>(to: S) =>
  ({
    ...always(to),
    'change-fact': { to, guard: caseOwners, reasonRequired: true },
    assign: {
      to,
      guard: all(desk, atMyLevel, noOpinion),
      reasonRequired: true,
    },
    refer: {
      to,
      guard: all(handlerOrManager, atMyLevel, discussed),
      reasonRequired: true,
    },
    // It can only go to whoever may decide at its level, so it loosens nothing.
    transfer: { to, guard: all(handler, noOpinion), reasonRequired: true },
    'raise-level': {
      to,
      guard: all(handlerOrManager, atMyLevel, discussed),
      reasonRequired: true,
    },
    'lower-level': lowerLevel(to),
    'add-task': stay(to, worker),
    'settle-task': stay(to, worker),
    'ask-opinion': stay(to, all(caseOwners, discussed)),
    'give-opinion': stay(to, all(worker, askedOfMe, discussed)),
    'offer-handover': {
      to,
      guard: all(
        needsPerson(
          c => c.works && (c.isLead || c.manages),
          'Only the lead IMSA, or the Hub Manager, can do this.',
        ),
        noHandover,
      ),
      reasonRequired: true,
    },
    'propose-spend': stay(to, caseOwners),
    'decide-spend': {
      to,
      guard: all(desk, atMyLevel, othersSpend),
      reasonRequired: true,
    },
    'check-safety': stay(to, worker),
    'write-document': stay(to, all(caseOwners, discussed)),
    upload: stay(to, worker),
  }) as const;

const withdraw = {
  to: 'withdrawn',
  guard: all(raiserOrLead, noOpinion, noHandover, noSpend),
  reasonRequired: true,
  clock: 'end',
} as const;
const resolve = {
  to: 'resolved',
  guard: all(handlerOrManager, atMyLevel, noHandover),
  reasonRequired: true,
} as const;

/** Also from what is finished; who leads or handles it still names the next. */
const stepBack = <S extends 'closed' | 'withdrawn'>(to: S) =>
  ({ to, guard: all(worker, stillThere), reasonRequired: true }) as const;

const table: Flow<EscalationStatus, EscalationAction, EscalationFlowContext> = {
  draft: { submit: { to: 'raised', guard: raiser } },
  raised: {
    accept: { to: 'accepted', guard: all(desk, notOwn, atMyLevel) },
    return: {
      to: 'returned',
      guard: all(desk, notOwn, atMyLevel),
      reasonRequired: true,
    },
    assign: {
      to: 'accepted',
      guard: all(desk, notOwn, atMyLevel),
      reasonRequired: true,
    },
    'raise-level': {
      to: 'raised',
      guard: all(desk, notOwn, atMyLevel, discussed),
      reasonRequired: true,
    },
    'lower-level': lowerLevel('raised'),
    withdraw,
    ...always('raised'),
  },
  returned: {
    submit: { to: 'raised', guard: raiser },
    withdraw,
    ...always('returned'),
  },
  accepted: {
    start: { to: 'in-progress', guard: handler },
    withdraw,
    ...work('accepted'),
  },
  'in-progress': {
    wait: { to: 'waiting', guard: handlerOrManager, reasonRequired: true },
    resolve,
    withdraw,
    ...work('in-progress'),
  },
  waiting: {
    resume: { to: 'in-progress', guard: caseOwners, reasonRequired: true },
    resolve,
    withdraw,
    ...work('waiting'),
  },
  resolved: {
    close: {
      to: 'closed',
      guard: all(
        handlerOrManager,
        atMyLevel,
        notOwn,
        noOpinion,
        noHandover,
        noSpend,
      ),
      clock: 'end',
    },
    resume: { to: 'in-progress', guard: caseOwners, reasonRequired: true },
    ...work('resolved'),
  },
  closed: {
    reopen: {
      to: 'in-progress',
      guard: all(
        needsPerson(
          c => c.works && (c.isHandler || c.isLead || c.manages || c.desk),
          'Only people who had a part in it can reopen it.',
        ),
        stillThere,
      ),
      reasonRequired: true,
    },
    recuse: stepBack('closed'),
  },
  withdrawn: {
    reopen: {
      to: 'raised',
      guard: all(raiserOrLead, stillThere),
      reasonRequired: true,
    },
    recuse: stepBack('withdrawn'),
  },
};

/**
 * The states and moves of complex cases. Everything else is refused. What a
 * type puts in the way comes last, so that it is told only to those who could.
 */
export const escalationFlow = narrowable(table);

/** The words that refusals use. */
export const escalationFlowWords = {
  actions: ESCALATION_ACTION_NAMES,
  statuses: ESCALATION_STATUS_NAMES,
};

function narrowable(
  flow: Flow<EscalationStatus, EscalationAction, EscalationFlowContext>,
): typeof flow {
  const entries = Object.entries(flow).map(([status, steps]) => [
    status,
    Object.fromEntries(
      Object.entries(steps).map(([action, step]) => [
        action,
        {
          ...step,
          guard: (context: EscalationFlowContext) =>
            step.guard?.(context) ??
            context.narrowed(action as EscalationAction),
        },
      ]),
    ),
  ]);
  return Object.fromEntries(entries) as typeof flow;
}
