import {
  ESCALATION_ACTION_NAMES,
  ESCALATION_STATUS_NAMES,
  type EscalationAction,
  type EscalationStatus,
} from '@imsa-hub/escalations-common';
import type { Flow } from '@imsa-hub/core';
import {
  all,
  askedOfMe,
  atMyLevel,
  caseOwners,
  desk,
  discussed,
  handler,
  handlerOrManager,
  handoverNotAccepted,
  handoverPair,
  handoverTaken,
  handoverUnderWay,
  hasBeenRaised,
  lead,
  needsPerson,
  nextLead,
  noHandover,
  noOpinion,
  noSpend,
  notInHand,
  notOwn,
  othersSpend,
  overrider,
  raiser,
  raiserOrLead,
  stillThere,
  withoutAgreement,
  worker,
  type EscalationFlowContext,
  type Guard,
} from './guards';

export type { EscalationFlowContext };

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
      all(handoverPair, handoverUnderWay, handoverTaken),
    ),
    'cancel-handover': {
      to,
      guard: all(handoverPair, handoverUnderWay),
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
