import {
  BoardRequestSchema,
  EscalationIdSchema,
  escalationsUsePermission,
} from '@imsa-hub/escalations-common';
import { CursorSchema } from '@imsa-hub/core';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import { z } from 'zod';
import type { EscalationServices } from '../createEscalations';

const EntriesRequestSchema = z.strictObject({
  before: CursorSchema,
});
const door = escalationsUsePermission;

/** Routes that read cases: the board, one record, older entries. */
export function escalationRoutes({ reading }: EscalationServices): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/board',
      summary: 'A page of the board, most pressing first',
      door,
      scope: 'collection',
      query: BoardRequestSchema,
      handle: ({ person, query }) => reading.board({ person, request: query }),
    }),
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId',
      summary: 'One case',
      door,
      scope: 'record',
      params: EscalationIdSchema,
      handle: ({ person, actor, params }) =>
        reading.record({ person, actor, escalationId: params.escalationId }),
    }),
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId/entries',
      summary: 'Older entries of its timeline',
      door,
      scope: 'record',
      params: EscalationIdSchema,
      query: EntriesRequestSchema,
      handle: ({ person, actor, params, query }) =>
        reading.olderEntries({
          person,
          actor,
          escalationId: params.escalationId,
          before: query.before,
        }),
    }),
  ];
}
