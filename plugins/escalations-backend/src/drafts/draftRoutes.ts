import {
  BeginDraftRequestSchema,
  ConsentRequestIdSchema,
  DecideConsentRequestSchema,
  DraftIdSchema,
  EscalationIdSchema,
  escalationsOverrideConsentPermission,
  escalationsRaisePermission,
  LimitsRequestSchema,
  QueryIdSchema,
  SavePageRequestSchema,
  SubmitRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from '../createEscalations';

const door = escalationsRaisePermission;

/** Routes of drafts: each answers its author alone. */
export function draftRoutes({
  context,
  drafts,
  submit,
  mending,
  fromQuery,
  consentRequests,
}: EscalationServices): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/drafts',
      summary: 'My drafts',
      door,
      scope: 'collection',
      handle: async ({ person }) => ({
        drafts: await drafts.list(person),
        toMend: await mending.toMend(person, await drafts.mending(person)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/drafts',
      summary: 'Begin a draft',
      door,
      scope: 'collection',
      body: BeginDraftRequestSchema,
      status: 201,
      handle: ({ person, actor, body }) =>
        drafts.begin({ person, actor, request: body }),
    }),
    defineRoute({
      method: 'post',
      path: '/limits',
      summary: 'Which legal limits follow from events',
      door,
      scope: 'collection',
      body: LimitsRequestSchema,
      handle: async ({ body }) => ({ limits: context.limits().limits(body) }),
    }),
    defineRoute({
      method: 'get',
      path: '/queries/:queryId/carry-over',
      summary: 'What of a query carries over into a case',
      door,
      scope: 'record',
      params: QueryIdSchema,
      handle: ({ person, actor, params }) =>
        fromQuery.preview({ person, actor, queryId: params.queryId }),
    }),
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/mend',
      summary: 'Begin to mend a case that was returned',
      door,
      scope: 'record',
      params: EscalationIdSchema,
      status: 201,
      handle: ({ person, actor, params }) =>
        mending.begin({ person, actor, escalationId: params.escalationId }),
    }),
    defineRoute({
      method: 'get',
      path: '/drafts/:draftId',
      summary: 'One draft',
      door,
      scope: 'record',
      params: DraftIdSchema,
      handle: ({ person, params }) =>
        drafts.read({ person, draftId: params.draftId }),
    }),
    defineRoute({
      method: 'put',
      path: '/drafts/:draftId/page',
      summary: 'Save one page of a draft',
      door,
      scope: 'record',
      params: DraftIdSchema,
      body: SavePageRequestSchema,
      handle: ({ person, actor, params, body }) =>
        drafts.savePage({
          person,
          actor,
          draftId: params.draftId,
          request: body,
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/drafts/:draftId/submit',
      summary: 'Raise a draft',
      door,
      scope: 'record',
      params: DraftIdSchema,
      body: SubmitRequestSchema,
      handle: ({ person, actor, params, body }) =>
        submit.submit({
          person,
          actor,
          draftId: params.draftId,
          version: body.version,
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/drafts/:draftId/ask-consent-decision',
      summary: 'Ask the Hub to decide where the survivor does not agree',
      door,
      scope: 'record',
      params: DraftIdSchema,
      body: SubmitRequestSchema,
      handle: ({ person, actor, params, body }) =>
        consentRequests.ask({
          person,
          actor,
          draftId: params.draftId,
          version: body.version,
        }),
    }),
    defineRoute({
      method: 'get',
      path: '/consent-requests',
      summary: 'Requests to discuss a case without agreement',
      door: escalationsOverrideConsentPermission,
      scope: 'collection',
      handle: ({ person, actor }) => consentRequests.list({ person, actor }),
    }),
    defineRoute({
      method: 'post',
      path: '/consent-requests/:requestId/decide',
      summary: 'Decide on such a request',
      door: escalationsOverrideConsentPermission,
      scope: 'record',
      params: ConsentRequestIdSchema,
      body: DecideConsentRequestSchema,
      handle: ({ person, actor, params, body }) =>
        consentRequests.decide({
          person,
          actor,
          requestId: params.requestId,
          request: body,
        }),
    }),
    defineRoute({
      method: 'delete',
      path: '/drafts/:draftId',
      summary: 'Delete a draft',
      door,
      scope: 'record',
      params: DraftIdSchema,
      handle: ({ person, actor, params }) =>
        drafts.discard({ person, actor, draftId: params.draftId }),
    }),
  ];
}
