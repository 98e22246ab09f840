import {
  DestroyRequestSchema,
  EscalationIdSchema,
  escalationsRetentionPermission,
  HoldRequestSchema,
  RetentionRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from '../createEscalations';

const door = escalationsRetentionPermission;

/** Routes of how long cases are kept. */
export function retentionRoutes({
  retention,
  retentionReading,
}: EscalationServices): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/retention',
      summary: 'Closed cases near or past the end of their retention',
      door,
      scope: 'collection',
      query: RetentionRequestSchema,
      handle: ({ person, actor, query }) =>
        retentionReading.list({ person, actor, request: query }),
    }),
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/hold',
      summary: 'Keep a closed case longer, or end that',
      freshSignIn: true,
      door,
      scope: 'record',
      params: EscalationIdSchema,
      body: HoldRequestSchema,
      handle: ({ person, actor, params, body }) =>
        retention.hold({ person, actor, ...params, request: body }),
    }),
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/destroy',
      summary: 'Destroy the content of a closed case, or ask for it',
      freshSignIn: true,
      door,
      scope: 'record',
      params: EscalationIdSchema,
      body: DestroyRequestSchema,
      handle: ({ person, actor, params, body }) =>
        retention.destroy({ person, actor, ...params, request: body }),
    }),
  ];
}
