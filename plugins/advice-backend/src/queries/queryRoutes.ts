import {
  AddEventRequestSchema,
  ChangeSafetyRequestSchema,
  adviceAnswerPermission,
  adviceAskPermission,
  adviceBreakGlassPermission,
  adviceLogCallPermission,
  AskRequestSchema,
  AssignRequestSchema,
  adviceTriagePermission,
  adviceUsePermission,
  BreakGlassRequestSchema,
  ClaimRequestSchema,
  CloseRequestSchema,
  CorrectEventRequestSchema,
  DraftRequestSchema,
  FeedbackRequestSchema,
  FindQueryRequestSchema,
  LinkRequestSchema,
  LogCallRequestSchema,
  MergeRequestSchema,
  QueryIdSchema,
  QueueRequestSchema,
  ReasonRequestSchema,
  RecuseRequestSchema,
  SecondReaderRequestSchema,
  SendRequestSchema,
  StopClockRequestSchema,
  TriageRequestSchema,
  WriteRequestSchema,
} from '@imsa-hub/advice-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  defineRoute,
  type HubRequest,
  type HubRoute,
} from '@imsa-hub/core-node';
import { NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { AdviceServices } from '../AdviceServices';
import { markReplyRead } from './markReplyRead';
import type { ChangeInput } from './QueryChanges';
import { triages } from '../triage/whoTriages';

/** Routes of queries: asking, the queue, one record and every move of it. */
export function queryRoutes(services: AdviceServices): HubRoute[] {
  const {
    context,
    intake,
    reading,
    casework,
    events,
    safety,
    replies,
    breakGlass,
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
    defineRoute({
      method: 'get',
      path: '/queue',
      summary: 'A page of the queue, most pressing first',
      door: use,
      scope: 'collection',
      query: QueueRequestSchema,
      handle: ({ person, query }) => reading.queue({ person, request: query }),
    }),
    defineRoute({
      method: 'get',
      path: '/day',
      summary: 'What waits for this person',
      door: use,
      scope: 'collection',
      handle: async ({ person }) => ({
        ...(await reading.day(person)),
        mailToLog: await services.mailbox.reading.countWaiting(person),
        doors: services.doorsOf(person),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/queries',
      summary: 'Ask a question',
      door: adviceAskPermission,
      scope: 'collection',
      body: AskRequestSchema,
      status: 201,
      handle: ({ person, actor, body }) =>
        intake.ask({ person, actor, request: body }).then(created),
    }),
    defineRoute({
      method: 'post',
      path: '/queries/log-call',
      summary: 'Log a call',
      door: adviceLogCallPermission,
      scope: 'collection',
      body: LogCallRequestSchema,
      status: 201,
      handle: ({ actor, body }) =>
        intake.logCall({ actor, request: body }).then(created),
    }),
    defineRoute({
      method: 'post',
      path: '/queries/find',
      summary: 'One query by its reference',
      door: answer,
      scope: 'collection',
      body: FindQueryRequestSchema,
      handle: async ({ person, body }) => ({
        query: await merging.find({ person, reference: body.reference }),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/queries/:queryId',
      summary: 'One query',
      door: use,
      scope: 'record',
      params: QueryIdSchema,
      handle: ({ person, actor, params }) =>
        reading.record({ person, actor, queryId: params.queryId }),
    }),
    defineRoute({
      method: 'get',
      path: '/queries/:queryId/suggestions',
      summary: 'Who could take it, and why',
      door: answer,
      scope: 'record',
      params: QueryIdSchema,
      async handle({ person, params }) {
        const row = await reading.find(context.hub.database, {
          person,
          queryId: params.queryId,
        });
        const isTheirs =
          context.sight.mayWorkOn(person, row) && triages(context, person, row);
        if (!isTheirs) throw new NotFoundError();
        return { suggestions: await casework.suggestions({ person, row }) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/queries/:queryId/recuse',
      summary: 'Step back from it',
      door: answer,
      scope: 'record',
      params: QueryIdSchema,
      body: RecuseRequestSchema,
      async handle({ person, actor, params, body }) {
        await casework.recuse({
          person,
          actor,
          id: params.queryId,
          version: body.version,
          reason: body.reason,
          handOverTo: body.handOverTo,
        });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/queries/:queryId/read-reply',
      summary: 'Note that the asker has seen the reply',
      door: use,
      scope: 'record',
      params: QueryIdSchema,
      handle: ({ person, actor, params }) =>
        markReplyRead(context, { person, actor, queryId: params.queryId }),
    }),
    defineRoute({
      method: 'post',
      path: '/break-glass',
      summary: 'Open a conflicted record with a reason',
      freshSignIn: true,
      door: adviceBreakGlassPermission,
      scope: 'collection',
      body: BreakGlassRequestSchema,
      handle: ({
        person,
        actor,
        body,
      }: HubRequest<
        unknown,
        unknown,
        z.infer<typeof BreakGlassRequestSchema>
      >) => breakGlass.open({ person, actor, request: body }),
    }),
    move({
      name: 'triage',
      summary: 'Set the tier',
      door: answer,
      body: TriageRequestSchema,
      run: (input, request) => casework.triage({ ...input, request }),
    }),
    move({
      name: 'claim',
      summary: 'Take it',
      door: answer,
      body: ClaimRequestSchema,
      run: input => casework.claim(input),
    }),
    move({
      name: 'assign',
      summary: 'Give it to somebody',
      door: answer,
      body: AssignRequestSchema,
      run: (input, request) =>
        casework.assign({ ...input, request, action: 'assign' }),
    }),
    move({
      name: 'hand-over',
      summary: 'Hand it over',
      door: answer,
      body: AssignRequestSchema,
      run: (input, request) =>
        casework.assign({ ...input, request, action: 'hand-over' }),
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
      run: (input, { body }) => replies.followUp({ ...input, body }),
    }),
    move({
      name: 'second-opinion',
      summary: 'Ask for another view as the asker',
      door: use,
      body: ReasonRequestSchema,
      run: (input, { reason }) => replies.secondOpinion({ ...input, reason }),
    }),
    move({
      name: 'feedback',
      summary: 'Say whether it helped, as the asker',
      door: use,
      body: FeedbackRequestSchema,
      run: (input, request) => replies.feedback({ ...input, request }),
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
      run: (input, request) => merging.link({ ...input, request }),
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

function created(query: {
  id: string;
  reference: string;
  receiptCode: string | null;
}) {
  const { id, reference, receiptCode } = query;
  return { id, reference, receiptCode };
}
