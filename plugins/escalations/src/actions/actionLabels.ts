import type { EscalationAction } from '@imsa-hub/escalations-common';
import type { ElsewhereAction } from './actionForms';

/** The words on the button of each action. */
export const ACTION_LABELS: Readonly<
  Record<Exclude<EscalationAction, ElsewhereAction>, string>
> = {
  accept: 'Accept it',
  return: 'Return it to the IMSA',
  withdraw: 'Withdraw it',
  assign: 'Assign it',
  refer: 'Refer it to somebody',
  transfer: 'Transfer it',
  'raise-level': 'Take it a level up',
  'lower-level': 'Take it a level down',
  start: 'Start work',
  wait: 'Mark it as waiting',
  resume: 'Go on with it',
  resolve: 'Resolve it',
  close: 'Close it',
  reopen: 'Open it again',
  recuse: 'Step back from this case',
  note: 'Add to the timeline',
  'change-fact': 'Change a fact',
  'set-organisation': 'Change the organisation',
  'record-consent': 'Record whether they agree to discuss it',
  'override-consent': 'Decide that it goes on',
  'record-choice': 'Record what they say now',
  'add-event': 'Add an event',
  'correct-event': 'Correct it',
  'add-encounter': 'Record a meeting',
  'add-request': 'Record a summons or request',
  'answer-request': 'Note what was done',
  'add-task': 'Add a task',
  'settle-task': 'Finish',
  'ask-opinion': 'Ask for a second opinion',
  'give-opinion': 'Give your opinion',
  'offer-handover': 'Hand over to another lead IMSA',
  'accept-handover': 'Agree to take over',
  'complete-handover': 'Complete the handover',
  'cancel-handover': 'Cancel the handover',
  'propose-spend': 'Ask for a last-resort spend',
  'decide-spend': 'Decide',
  'check-safety': 'Record a safety check',
};

/** An action that has a form beside the record. */
export type CaseAction = keyof typeof ACTION_LABELS;

/** Moves in the order of the work: what the case waits for comes first. */
export const MOVES: readonly CaseAction[] = [
  'accept',
  'return',
  'start',
  'resume',
  'wait',
  'resolve',
  'close',
  'reopen',
];

/** Who has it, and its end: folded away beneath the moves. */
export const MORE_MOVES: readonly CaseAction[] = [
  'assign',
  'refer',
  'transfer',
  'raise-level',
  'lower-level',
  'withdraw',
  'recuse',
];
