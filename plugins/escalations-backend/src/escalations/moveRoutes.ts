import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  AddEncounterRequestSchema,
  AddEventRequestSchema,
  AddLegalRequestRequestSchema,
  AddTaskRequestSchema,
  AnswerLegalRequestRequestSchema,
  AskOpinionRequestSchema,
  ChangeFactRequestSchema,
  CheckSafetyRequestSchema,
  CloseRequestSchema,
  CompleteHandoverRequestSchema,
  ConsentRequestSchema,
  CorrectEventRequestSchema,
  DecideSpendRequestSchema,
  EscalationIdSchema,
  escalationsDeskPermission,
  escalationsUsePermission,
  GiveOpinionRequestSchema,
  GiveRequestSchema,
  NoteRequestSchema,
  OfferHandoverRequestSchema,
  PlainMoveRequestSchema,
  ProposeSpendRequestSchema,
  RaiseLevelRequestSchema,
  ReasonRequestSchema,
  RecuseRequestSchema,
  SetOrganisationRequestSchema,
  SettleTaskRequestSchema,
  StatementRequestSchema,
  WaitRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { z } from 'zod';
import type { EscalationServices } from '../createEscalations';
import type { ChangeInput } from './EscalationChanges';

/** Routes that change a case; each answers with the fresh record. */
export function moveRoutes(services: EscalationServices): HubRoute[] {
  const { reading, giving, progress, closing, recusal } = services;
  const { casework, facts, tasks, events, legalRequests, consent } = services;
  const { decisions, handovers, levels } = services;

  function move<B extends { version: number }>(
    name: string,
    summary: string,
    body: z.ZodType<B>,
    run: (input: ChangeInput, body: B) => Promise<void>,
    door: BasicPermission = escalationsUsePermission,
  ): HubRoute {
    return defineRoute({
      method: 'post',
      path: `/cases/:escalationId/${name}`,
      summary,
      door,
      scope: 'record',
      params: EscalationIdSchema,
      body,
      async handle({ person, actor, params, body: request }) {
        const { escalationId } = params;
        await run(
          { person, actor, id: escalationId, version: request.version },
          request,
        );
        return reading.afterChange({ person, escalationId });
      },
    });
  }
  const desk = escalationsDeskPermission;

  return [
    move(
      'accept',
      'Accept it',
      PlainMoveRequestSchema,
      input => giving.accept(input),
      desk,
    ),
    move(
      'return',
      'Return it to the IMSA with a reason',
      ReasonRequestSchema,
      (input, { reason }) => progress.return({ ...input, reason }),
      desk,
    ),
    move(
      'assign',
      'Give it to somebody at the Hub',
      GiveRequestSchema,
      (input, request) => giving.assign({ ...input, request }),
      desk,
    ),
    move(
      'refer',
      'Refer it to somebody and keep it',
      GiveRequestSchema,
      (input, request) => giving.refer({ ...input, request }),
      desk,
    ),
    move(
      'transfer',
      'Pass it on and give it up',
      GiveRequestSchema,
      (input, request) => giving.transfer({ ...input, request }),
      desk,
    ),
    move(
      'raise-level',
      'Raise it one level',
      RaiseLevelRequestSchema,
      (input, request) => levels.raise({ ...input, request }),
      desk,
    ),
    move(
      'lower-level',
      'Take it one level down',
      ReasonRequestSchema,
      (input, { reason }) => levels.lower({ ...input, reason }),
      desk,
    ),
    move(
      'start',
      'Start work on it',
      PlainMoveRequestSchema,
      input => progress.start(input),
      desk,
    ),
    move(
      'wait',
      'Mark it as waiting',
      WaitRequestSchema,
      (input, request) => progress.wait({ ...input, request }),
      desk,
    ),
    move('resume', 'Go on with it', ReasonRequestSchema, (input, { reason }) =>
      progress.resume({ ...input, reason }),
    ),
    move(
      'resolve',
      'Resolve it',
      ReasonRequestSchema,
      (input, { reason }) => progress.resolve({ ...input, reason }),
      desk,
    ),
    move(
      'close',
      'Close it with what came of each area',
      CloseRequestSchema,
      (input, request) => closing.close({ ...input, request }),
      desk,
    ),
    move('withdraw', 'Withdraw it', ReasonRequestSchema, (input, { reason }) =>
      closing.withdraw({ ...input, reason }),
    ),
    move('reopen', 'Open it again', ReasonRequestSchema, (input, { reason }) =>
      progress.reopen({ ...input, reason }),
    ),
    move('recuse', 'Step back from it', RecuseRequestSchema, (input, request) =>
      recusal.recuse({ ...input, request }),
    ),
    move('note', 'Add a note', NoteRequestSchema, (input, request) =>
      casework.note({ ...input, request }),
    ),
    move(
      'change-fact',
      'Change a fact',
      ChangeFactRequestSchema,
      (input, request) => facts.changeFact({ ...input, request }),
    ),
    move(
      'set-organisation',
      'Say which organisation it is about',
      SetOrganisationRequestSchema,
      (input, request) => facts.setOrganisation({ ...input, request }),
    ),
    move(
      'record-consent',
      'Record whether the survivor agrees to discuss it',
      ConsentRequestSchema,
      (input, request) => consent.record({ ...input, request }),
    ),
    move(
      'override-consent',
      'Decide that it goes on without the survivor’s agreement',
      ReasonRequestSchema,
      (input, { reason }) => consent.override({ ...input, reason }),
      desk,
    ),
    move(
      'record-choice',
      'Record what the survivor wants',
      StatementRequestSchema,
      (input, request) => casework.recordStatement({ ...input, request }),
    ),
    move('add-event', 'Add an event', AddEventRequestSchema, (input, request) =>
      events.add({ ...input, request }),
    ),
    move(
      'correct-event',
      'Put an event right, or strike it out',
      CorrectEventRequestSchema,
      (input, request) => events.correct({ ...input, request }),
    ),
    move(
      'add-request',
      'Record a summons or request',
      AddLegalRequestRequestSchema,
      (input, request) => legalRequests.add({ ...input, request }),
    ),
    move(
      'answer-request',
      'Note what was done about a summons or request',
      AnswerLegalRequestRequestSchema,
      (input, request) => legalRequests.answer({ ...input, request }),
    ),
    move(
      'add-encounter',
      'Record a meeting',
      AddEncounterRequestSchema,
      (input, request) => casework.addEncounter({ ...input, request }),
    ),
    move('add-task', 'Add a task', AddTaskRequestSchema, (input, request) =>
      tasks.addTask({ ...input, request }),
    ),
    move(
      'settle-task',
      'Finish a task',
      SettleTaskRequestSchema,
      (input, request) => tasks.settleTask({ ...input, request }),
    ),
    move(
      'check-safety',
      'Record a safety check',
      CheckSafetyRequestSchema,
      (input, request) => casework.checkSafety({ ...input, request }),
    ),
    move(
      'ask-opinion',
      'Ask for a second opinion',
      AskOpinionRequestSchema,
      (input, request) => decisions.askOpinion({ ...input, request }),
    ),
    move(
      'give-opinion',
      'Give a second opinion',
      GiveOpinionRequestSchema,
      (input, request) => decisions.giveOpinion({ ...input, request }),
    ),
    move(
      'propose-spend',
      'Ask for a last-resort spend',
      ProposeSpendRequestSchema,
      (input, request) => decisions.proposeSpend({ ...input, request }),
    ),
    move(
      'decide-spend',
      'Decide on a last-resort spend',
      DecideSpendRequestSchema,
      (input, request) => decisions.decideSpend({ ...input, request }),
      desk,
    ),
    move(
      'offer-handover',
      'Ask another IMSA to take over',
      OfferHandoverRequestSchema,
      (input, request) => handovers.offer({ ...input, request }),
    ),
    move(
      'accept-handover',
      'Agree to take over',
      PlainMoveRequestSchema,
      input => handovers.accept(input),
    ),
    move(
      'complete-handover',
      'Complete the handover; the survivor agreed',
      CompleteHandoverRequestSchema,
      (input, request) => handovers.complete({ ...input, request }),
    ),
    move(
      'cancel-handover',
      'Cancel the handover',
      ReasonRequestSchema,
      (input, { reason }) => handovers.cancel({ ...input, reason }),
    ),
  ];
}
