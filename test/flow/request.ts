import type { EscalationAction } from '@imsa-hub/escalations-common';
import { CASE_BODIES, type CaseFacts } from '../support/caseBodies';
import type { HubAnswer } from '../support/HubClient';
import { sendCaseAction } from '../support/sendCaseAction';
import type { Player } from './FlowCast';

/** One try: an action on a case, or on the draft that mends it. */
export interface Try {
  player: Player;
  action: EscalationAction;
  caseId: string;
  draftId: string;
  /** Of the case, or of the draft where that is what is sent. */
  version: number;
  facts: CaseFacts;
  /** In place of the reason that belongs to it; `null` leaves it out. */
  reason?: string | null;
}

/** Sends one try. */
export function send(input: Try): Promise<HubAnswer> {
  const { player, action, facts, reason, ...where } = input;
  const body = { ...CASE_BODIES[action](facts) };
  if (reason === null) delete body.reason;
  else if (reason !== undefined) body.reason = reason;
  return sendCaseAction({ ...where, client: player.client, action, body });
}
