import { DeadlineIdSchema } from '@imsa-hub/core';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  deadlinesManagePermission,
  deadlinesUsePermission,
  EndRuleSchema,
  ReviewRuleSchema,
} from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import type { RuleService } from './RuleService';

const ParamsSchema = z.strictObject({ ruleId: DeadlineIdSchema });

/** The routes of the rules of legal limits. */
export function ruleRoutes(service: RuleService): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/rules',
      summary: 'The rules of legal limits',
      door: deadlinesUsePermission,
      scope: 'collection',
      handle: ({ person }) => service.list({ person }),
    }),
    defineRoute({
      method: 'get',
      path: '/rules/:ruleId',
      summary: 'One rule with its history',
      door: deadlinesUsePermission,
      scope: 'record',
      params: ParamsSchema,
      handle: ({ person, params }) => service.record({ person, ...params }),
    }),
    defineRoute({
      method: 'post',
      path: '/rules/:ruleId/end',
      summary: 'End a rule and start what takes its place',
      door: deadlinesManagePermission,
      scope: 'record',
      params: ParamsSchema,
      body: EndRuleSchema,
      handle: ({ person, actor, params, body }) =>
        service.end({ person, actor, ...params, ending: body }),
    }),
    defineRoute({
      method: 'post',
      path: '/rules/:ruleId/review',
      summary: 'Mark a rule as read again today',
      door: deadlinesManagePermission,
      scope: 'record',
      params: ParamsSchema,
      body: ReviewRuleSchema,
      handle: ({ person, actor, params, body }) =>
        service.review({ person, actor, ...params, review: body }),
    }),
  ];
}
