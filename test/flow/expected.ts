import { decide } from '@imsa-hub/core';
import type {
  EscalationAction,
  EscalationStatus,
} from '@imsa-hub/escalations-common';
import {
  escalationFlow,
  escalationFlowWords,
} from '../../plugins/escalations-backend/src/flow/escalationFlow';
import type { Player } from './FlowCast';
import { bringersIn, contextOf, sees, type Scene } from './Scene';

/** What has to come of one try. */
export type Expected =
  | { verdict: 'sign-in' }
  /** As what does not exist; the ledger has the refusal. */
  | { verdict: 'missing' }
  /** Told why not; nothing is left of it but, where it was for who they are, the refusal. */
  | { verdict: 'refused'; aboutPerson: boolean }
  /** Refused by what is asked for, and not by who asks. */
  | { verdict: 'impossible' }
  | { verdict: 'done'; to: EscalationStatus };

/** Statuses of each verdict. */
export const STATUSES: Readonly<Record<Expected['verdict'], number[]>> = {
  'sign-in': [401],
  missing: [404],
  refused: [409],
  impossible: [400],
  done: [200, 201, 204],
};

/** What only the desk does, said again here. */
const OF_THE_DESK: ReadonlySet<EscalationAction> = new Set<EscalationAction>([
  'accept',
  'return',
  'assign',
  'refer',
  'transfer',
  'raise-level',
  'lower-level',
  'override-consent',
  'start',
  'wait',
  'resolve',
  'close',
  'decide-spend',
]);

/** What has to come of a person's try in a scene, by the table. */
export function expected(input: {
  scene: Scene;
  player: Player;
  action: EscalationAction;
}): Expected {
  const { scene, player, action } = input;
  if (player.part === 'nobody') return { verdict: 'sign-in' };
  if (player.door === 'none') return { verdict: 'missing' };
  if (OF_THE_DESK.has(action) && player.door !== 'desk') {
    return { verdict: 'missing' };
  }
  // A draft is its author's alone.
  const { raiser } = bringersIn(scene.variant);
  if (action === 'submit' && player.part !== raiser) {
    return { verdict: 'missing' };
  }
  if (!sees(scene, player)) return { verdict: 'missing' };
  const decision = decide({
    flow: escalationFlow,
    words: escalationFlowWords,
    status: scene.status,
    action,
    context: contextOf(scene, player),
    reason: 'given',
  });
  if (
    decision.allowed &&
    action === 'raise-level' &&
    scene.level === 'outside-specialist'
  ) {
    return { verdict: 'impossible' };
  }
  return decision.allowed
    ? { verdict: 'done', to: decision.to }
    : { verdict: 'refused', aboutPerson: decision.kind === 'not-you' };
}

/** Whether the table wants a reason for it here. */
export function wantsReason(scene: Scene, action: EscalationAction): boolean {
  return escalationFlow[scene.status][action]?.reasonRequired === true;
}
