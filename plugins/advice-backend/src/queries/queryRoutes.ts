import {
  adviceAnswerPermission,
  adviceAskPermission,
  adviceBreakGlassPermission,
  adviceLogCallPermission,
  AskRequestSchema,
  adviceUsePermission,
  BreakGlassRequestSchema,
  FindQueryRequestSchema,
  LogCallRequestSchema,
  QueryIdSchema,
  QueueRequestSchema,
  RecuseRequestSchema,
} from '@imsa-hub/advice-common';
import {
  defineRoute,
  type HubRequest,
  type HubRoute,
} from '@imsa-hub/core-node';
import { NotFoundError } from '@backstage/errors';
import type { z } from 'zod';
import type { AdviceServices } from '../AdviceServices';
import { markReplyRead } from './markReplyRead';
import { triages } from '../triage/whoTriages';

/** Routes of queries: asking, the queue, one record. */
export function queryRoutes(services: AdviceServices): HubRoute[] {
  const { context, intake, reading, giving, breakGlass, links } = services;

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
        query: await links.find({ person, reference: body.reference }),
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
        return { suggestions: await giving.suggestions({ person, row }) };
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
        await giving.recuse({
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
