import {
  allOf,
  needs as flowNeeds,
  needsPerson as flowNeedsPerson,
  type Guard as FlowGuard,
} from '@imsa-hub/core';
import type { EscalationAction, Level } from '@imsa-hub/escalations-common';

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

export type Guard = FlowGuard<EscalationFlowContext>;
export const all = allOf<EscalationFlowContext>;
const needs = flowNeeds<EscalationFlowContext>;
export const needsPerson = flowNeedsPerson<EscalationFlowContext>;

export const worker = needsPerson(
  c => c.works,
  'Only people who have a part in it can do this.',
);
export const desk = needsPerson(
  c => c.works && c.desk,
  'Only a senior IMSA or the Hub Manager can do this.',
);
export const raiser = needsPerson(
  c => c.isRaiser,
  'Only the person who brought it can do this.',
);
export const lead = needsPerson(
  c => c.works && c.isLead,
  'Only the lead IMSA can do this.',
);
export const nextLead = needsPerson(
  c => c.works && c.isNextLead,
  'Only the IMSA who is asked to take over can do this.',
);
export const handler = needsPerson(
  c => c.works && c.isHandler,
  'Only the person who handles it at the Hub can do this.',
);
export const handlerOrManager = needsPerson(
  c => c.works && (c.isHandler || c.manages),
  'Only the person who handles it, or the Hub Manager, can do this.',
);
export const caseOwners = needsPerson(
  c => c.works && (c.isHandler || c.isLead || c.manages),
  'Only the lead IMSA and the person who handles it can do this.',
);
export const raiserOrLead = needsPerson(
  c =>
    c.isRaiser ||
    (c.works && c.isLead) ||
    // Whoever brought it may have left.
    (c.works && c.manages && !c.hasLead),
  'Only the person who brought it, or the lead IMSA, can do this.',
);
export const notOwn = needsPerson(
  c => !c.isRaiser && !c.isLead,
  'You brought this case, so somebody else has to decide on it.',
);
/** From the Hub Manager's level on, deciding is the Hub Manager's alone. */
export const atMyLevel = needsPerson(
  c => c.level === 'senior-imsa' || c.manages,
  'This case is with the Hub Manager now.',
);
export const hasBeenRaised = needs(
  c => c.level !== 'senior-imsa',
  'It is at the lowest level already.',
);
/** Sharing it with more people waits for agreement, or for a decision. */
export const discussed = needs(
  c => c.consent !== 'none',
  'The survivor does not agree that this is discussed. Somebody else at the Hub has to decide first, with a reason, that it goes on.',
);
export const overrider = needsPerson(
  c => c.works && c.overrides,
  'Only a senior IMSA or the Hub Manager can do this.',
);
export const withoutAgreement = needs(
  c => c.consent === 'none',
  'The survivor agrees, or it was decided already that it goes on.',
);
export const notInHand = needsPerson(
  c => !c.isHandler,
  'You handle this case, so somebody else has to decide on it.',
);
export const noOpinion = needs(
  c => !c.opinionOpen,
  'A second opinion is still to come. Wait for it, or ask the person to give it.',
);
export const noHandover = needs(
  c => !c.handoverOpen,
  'A handover is under way. Complete or cancel it first.',
);
export const noSpend = needs(
  c => !c.spendOpen,
  'A spend waits for a decision. Decide on it first.',
);
export const stillThere = needs(
  c => !c.destroyed,
  'The content of this case was destroyed. It cannot go on.',
);
export const handoverPair = needsPerson(
  c => c.works && (c.isLead || c.isNextLead || c.manages),
  'Only the two IMSAs of the handover can do this.',
);
export const handoverUnderWay = needs(
  c => c.handoverOpen,
  'No handover is under way.',
);
export const handoverNotAccepted = needs(
  c => c.handoverOpen && !c.handoverAccepted,
  'It was accepted already.',
);
export const handoverTaken = needs(
  c => c.handoverAccepted,
  'The IMSA who takes over has to accept it first.',
);
export const askedOfMe = needsPerson(
  c => c.opinionAskedOfMe,
  'Nobody asked you for a second opinion on this.',
);
export const othersSpend = needs(
  c => c.spendOfOthersOpen,
  'There is no spend that you can decide on. Nobody decides on their own.',
);
