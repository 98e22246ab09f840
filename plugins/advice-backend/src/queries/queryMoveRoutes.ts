import {
  AddEventRequestSchema,
  adviceAnswerPermission,
  adviceTriagePermission,
  adviceUsePermission,
  AssignRequestSchema,
  ChangeSafetyRequestSchema,
  ClaimRequestSchema,
  CloseRequestSchema,
  CorrectEventRequestSchema,
  DraftRequestSchema,
  FeedbackRequestSchema,
  LinkRequestSchema,
  MergeRequestSchema,
  QueryIdSchema,
  ReasonRequestSchema,
  SecondReaderRequestSchema,
  SendRequestSchema,
  StopClockRequestSchema,
  TriageRequestSchema,
  WriteRequestSchema,
} from '@imsa-hub/advice-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { z } from 'zod';
import type { AdviceServices } from '../AdviceServices';
import type { ChangeInput } from './QueryChanges';

/** Routes of every move of a query. */
export function queryMoveRoutes(services: AdviceServices): HubRoute[] {
  const {
    reading,
    triage,
    giving,
    casework,
    events,
    safety,
    replies,
    asker,
    links,
    merging,
  } = services;

  /** A change of one query; answers with the fresh record. */
  function move<B extends object>(route: {
    name: string;
    summary: string;
    door: BasicPermission;
    method?: 'post' | 'put';
    body: z.ZodType<B>;
    run(input: ChangeInput, body: B): Promise<void>;
  }): HubRoute {
    return defineRoute({
      method: route.method ?? 'post',
      path: `/queries/:queryId/${route.name}`,
      summary: route.summary,
      door: route.door,
      scope: 'record',
      params: QueryIdSchema,
      body: route.body,
      async handle({ person, actor, params, body }) {
        await route.run(
          {
            person,
            actor,
            id: params.queryId,
            version: 'version' in body ? Number(body.version) : 0,
          },
          body,
        );
        return reading.afterChange({ person, queryId: params.queryId });
      },
    });
  }
  const answer = adviceAnswerPermission;
  const use = adviceUsePermission;

  return [
    move({
      name: 'triage',
      summary: 'Set the tier',
      door: answer,
      body: TriageRequestSchema,
      run: (input, request) => triage.triage({ ...input, request }),
    }),
    move({
      name: 'claim',
      summary: 'Take it',
      door: answer,
      body: ClaimRequestSchema,
      run: input => giving.claim(input),
    }),
    move({
      name: 'assign',
      summary: 'Give it to somebody',
      door: answer,
      body: AssignRequestSchema,
      run: (input, request) =>
        giving.assign({ ...input, request, action: 'assign' }),
    }),
    move({
      name: 'hand-over',
      summary: 'Hand it over',
      door: answer,
      body: AssignRequestSchema,
      run: (input, request) =>
        giving.assign({ ...input, request, action: 'hand-over' }),
    }),
    move({
      name: 'draft',
      method: 'put',
      summary: 'Save the reply being written',
      door: answer,
      body: DraftRequestSchema,
      run: (input, request) => replies.saveDraft({ ...input, request }),
    }),
    move({
      name: 'ask-second-reader',
      summary: 'Ask somebody to read the reply',
      door: answer,
      body: SecondReaderRequestSchema,
      run: (input, { personId }) =>
        replies.askSecondReader({ ...input, readerId: personId }),
    }),
    move({
      name: 'approve',
      summary: 'Approve and send the reply',
      door: answer,
      body: SendRequestSchema,
      run: (input, request) =>
        replies.send({ ...input, action: 'approve', request }),
    }),
    move({
      name: 'return',
      summary: 'Return the reply with a reason',
      door: answer,
      body: ReasonRequestSchema,
      run: (input, { reason }) => replies.sendBack({ ...input, reason }),
    }),
    move({
      name: 'send',
      summary: 'Send the reply',
      door: answer,
      body: SendRequestSchema,
      run: (input, request) =>
        replies.send({ ...input, action: 'send', request }),
    }),
    move({
      name: 'ask-asker',
      summary: 'Ask the asker for more',
      door: answer,
      body: WriteRequestSchema,
      run: (input, { body }) => replies.askAsker({ ...input, body }),
    }),
    move({
      name: 'stop-clock',
      summary: 'Stop the clock',
      door: answer,
      body: StopClockRequestSchema,
      run: (input, request) => casework.stopClock({ ...input, request }),
    }),
    move({
      name: 'restart-clock',
      summary: 'Restart the clock',
      door: answer,
      body: ReasonRequestSchema,
      run: (input, { reason }) => casework.restartClock({ ...input, reason }),
    }),
    move({
      name: 'follow-up',
      summary: 'Write back as the asker',
      door: use,
      body: WriteRequestSchema,
      run: (input, { body }) => asker.followUp({ ...input, body }),
    }),
    move({
      name: 'second-opinion',
      summary: 'Ask for another view as the asker',
      door: use,
      body: ReasonRequestSchema,
      run: (input, { reason }) => asker.secondOpinion({ ...input, reason }),
    }),
    move({
      name: 'feedback',
      summary: 'Say whether it helped, as the asker',
      door: use,
      body: FeedbackRequestSchema,
      run: (input, request) => asker.feedback({ ...input, request }),
    }),
    move({
      name: 'add-event',
      summary: 'Add an event',
      door: answer,
      body: AddEventRequestSchema,
      run: (input, request) => events.add({ ...input, request }),
    }),
    move({
      name: 'correct-event',
      summary: 'Put an event right, or strike it out',
      door: answer,
      body: CorrectEventRequestSchema,
      run: (input, request) => events.correct({ ...input, request }),
    }),
    move({
      name: 'change-safety',
      summary: 'Change the safety answers',
      door: answer,
      body: ChangeSafetyRequestSchema,
      run: (input, request) => safety.change({ ...input, request }),
    }),
    move({
      name: 'note',
      summary: 'Add a note',
      door: answer,
      body: WriteRequestSchema,
      run: (input, { body }) => casework.note({ ...input, body }),
    }),
    move({
      name: 'link',
      summary: 'Link it with another query',
      door: answer,
      body: LinkRequestSchema,
      run: (input, request) => links.link({ ...input, request }),
    }),
    move({
      name: 'merge',
      summary: 'Merge it into another query',
      door: adviceTriagePermission,
      body: MergeRequestSchema,
      run: (input, request) => merging.merge({ ...input, request }),
    }),
    move({
      name: 'close',
      summary: 'Close it with what came of each area',
      door: answer,
      body: CloseRequestSchema,
      run: (input, request) => casework.close({ ...input, request }),
    }),
    move({
      name: 'reopen',
      summary: 'Open it again',
      door: answer,
      body: ReasonRequestSchema,
      run: (input, { reason }) => merging.reopen({ ...input, reason }),
    }),
  ];
}
