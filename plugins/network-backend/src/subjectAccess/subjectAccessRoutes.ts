import { IdSchema } from '@imsa-hub/core';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  AskErasureSchema,
  ExportRequestSchema,
  networkConfirmErasurePermission,
  networkSubjectAccessPermission,
  NothingMoreSchema,
  PlaceHoldSchema,
} from '@imsa-hub/network-common';
import { z } from 'zod';
import type { ErasureService } from './ErasureService';
import type { HoldService } from './HoldService';
import type { SubjectAccessService } from './SubjectAccessService';

const PersonParams = z.strictObject({ personId: IdSchema });
const ErasureParams = z.strictObject({ erasureId: IdSchema });

/** The routes of subject access: exports, holds, erasures. */
export function subjectAccessRoutes(services: {
  access: SubjectAccessService;
  erasures: ErasureService;
  holds: HoldService;
}): HubRoute[] {
  const { access, erasures, holds } = services;
  const keeper = {
    door: networkSubjectAccessPermission,
    scope: 'record' as const,
    params: PersonParams,
  };
  const decider = {
    door: networkConfirmErasurePermission,
    scope: 'record' as const,
    params: ErasureParams,
    body: NothingMoreSchema,
  };
  return [
    defineRoute({
      method: 'post',
      path: '/held-about-me',
      summary: 'Everything held on yourself',
      door: 'signed-in',
      scope: 'collection',
      body: NothingMoreSchema,
      handle: ({ person, actor }) => access.own({ person, actor }),
    }),
    defineRoute({
      ...keeper,
      method: 'get',
      path: '/people/:personId/subject-access',
      summary: 'What can be done about what is held on a person',
      handle: ({ person, params }) => erasures.state({ person, ...params }),
    }),
    defineRoute({
      ...keeper,
      method: 'post',
      path: '/people/:personId/subject-access',
      summary: 'Everything held on a person, with a reason',
      freshSignIn: true,
      body: ExportRequestSchema,
      handle: ({ person, actor, params, body }) =>
        access.of({ person, actor, ...params, ...body }),
    }),
    defineRoute({
      ...keeper,
      method: 'post',
      path: '/people/:personId/hold',
      summary: 'Keep the details of a person from being erased',
      body: PlaceHoldSchema,
      async handle({ person, actor, params, body }) {
        await holds.place({ person, actor, ...params, ...body });
        return erasures.state({ person, ...params });
      },
    }),
    defineRoute({
      ...keeper,
      method: 'post',
      path: '/people/:personId/hold/lift',
      summary: 'Lift a hold',
      freshSignIn: true,
      body: NothingMoreSchema,
      async handle({ person, actor, params }) {
        await holds.lift({ person, actor, ...params });
        return erasures.state({ person, ...params });
      },
    }),
    defineRoute({
      ...keeper,
      method: 'post',
      path: '/people/:personId/erasure',
      summary: 'Ask for the erasure of somebody who left',
      freshSignIn: true,
      body: AskErasureSchema,
      async handle({ person, actor, params, body }) {
        await erasures.ask({ person, actor, ...params, ...body });
        return erasures.state({ person, ...params });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/erasures',
      summary: 'Erasures that wait for a second person, and the latest',
      door: networkConfirmErasurePermission,
      scope: 'collection',
      handle: async ({ person }) => ({ erasures: await erasures.list(person) }),
    }),
    ...(['confirm', 'decline', 'withdraw'] as const).map(verb =>
      defineRoute({
        ...decider,
        method: 'post',
        path: `/erasures/:erasureId/${verb}`,
        summary: SUMMARIES[verb],
        // Taking one's own back undoes nothing.
        freshSignIn: verb === 'withdraw' ? undefined : true,
        handle: async ({ person, actor, params }) => ({
          erasures: await erasures[verb]({ person, actor, ...params }),
        }),
      }),
    ),
  ];
}

const SUMMARIES = {
  confirm: 'Confirm an erasure that somebody else asked for',
  decline: 'Decline an erasure that somebody else asked for',
  withdraw: 'Take back an erasure that oneself asked for',
};
