import {
  BreakGlassRequestSchema,
  escalationsBreakGlassPermission,
  escalationsDeskPermission,
  escalationsUsePermission,
  SearchRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from '../createEscalations';
import { readChoices } from './readChoices';
import { readDay } from './readDay';
import { readLoad } from './readLoad';
import { searchCases } from './searchCases';

const door = escalationsUsePermission;

/** Routes around cases: choices, loads, the day, search, break-glass. */
export function deskRoutes(services: EscalationServices): HubRoute[] {
  const { context, presenter, breakGlass } = services;
  return [
    defineRoute({
      method: 'get',
      path: '/choices',
      summary: 'What can be chosen in forms',
      door,
      scope: 'collection',
      handle: async () => readChoices(context, presenter),
    }),
    defineRoute({
      method: 'get',
      path: '/load',
      summary: 'How much each handler has open',
      door: escalationsDeskPermission,
      scope: 'collection',
      handle: ({ person }) => readLoad({ context, presenter, person }),
    }),
    defineRoute({
      method: 'get',
      path: '/day',
      summary: 'What waits for this person',
      door,
      scope: 'collection',
      handle: ({ person }) => readDay({ context, presenter, person }),
    }),
    defineRoute({
      method: 'post',
      path: '/search',
      summary: 'Find cases without opening any',
      door,
      scope: 'collection',
      body: SearchRequestSchema,
      handle: ({ person, body }) =>
        searchCases({ context, presenter, person, request: body }),
    }),
    defineRoute({
      method: 'post',
      path: '/break-glass',
      summary: 'Open a conflicted case for an hour, with a reason',
      freshSignIn: true,
      door: escalationsBreakGlassPermission,
      scope: 'collection',
      body: BreakGlassRequestSchema,
      handle: ({ person, actor, body }) =>
        breakGlass.open({ person, actor, request: body }),
    }),
  ];
}
