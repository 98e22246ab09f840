import { IdSchema } from '@imsa-hub/core';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  CreatePersonSchema,
  EditPersonSchema,
  EndEmploymentSchema,
  EndRoleSchema,
  EndSessionsSchema,
  GrantRoleSchema,
  networkManagePermission,
  networkUsePermission,
  PeopleSearchSchema,
  StartEmploymentSchema,
} from '@imsa-hub/network-common';
import { z } from 'zod';
import type { PersonService } from './PersonService';

const PersonParams = z.strictObject({ personId: IdSchema });
const GrantParams = PersonParams.extend({ grantId: IdSchema });
const EmploymentParams = PersonParams.extend({ employmentId: IdSchema });

/** The routes of the register's people. */
export function personRoutes(service: PersonService): HubRoute[] {
  const manage = { door: networkManagePermission, scope: 'record' as const };
  return [
    defineRoute({
      method: 'post',
      path: '/people/search',
      summary: 'People you may see, by name',
      door: networkUsePermission,
      scope: 'collection',
      body: PeopleSearchSchema,
      handle: ({ person, body }) => service.search({ person, search: body }),
    }),
    defineRoute({
      method: 'get',
      path: '/people/:personId',
      summary: 'One person',
      door: networkUsePermission,
      scope: 'record',
      params: PersonParams,
      handle: ({ person, actor, params }) =>
        service.record({ person, actor, ...params }),
    }),
    defineRoute({
      method: 'post',
      path: '/people',
      summary: 'Register a person',
      freshSignIn: true,
      door: networkManagePermission,
      scope: 'collection',
      body: CreatePersonSchema,
      status: 201,
      handle: ({ person, actor, body }) =>
        service.create({ person, actor, registered: body }),
    }),
    defineRoute({
      ...manage,
      method: 'put',
      path: '/people/:personId',
      summary: 'Change what is known of a person',
      freshSignIn: true,
      params: PersonParams,
      body: EditPersonSchema,
      handle: ({ person, actor, params, body }) =>
        service.edit({ person, actor, ...params, registered: body }),
    }),
    defineRoute({
      ...manage,
      method: 'post',
      path: '/people/:personId/roles',
      summary: 'Give a person a role',
      freshSignIn: true,
      params: PersonParams,
      body: GrantRoleSchema,
      handle: ({ person, actor, params, body }) =>
        service.grantRole({ person, actor, ...params, grant: body }),
    }),
    defineRoute({
      ...manage,
      method: 'post',
      path: '/people/:personId/roles/:grantId/end',
      summary: 'End a role',
      params: GrantParams,
      body: EndRoleSchema,
      handle: ({ person, actor, params, body }) =>
        service.endRole({ person, actor, ...params, ending: body }),
    }),
    defineRoute({
      ...manage,
      method: 'post',
      path: '/people/:personId/employments',
      summary: 'Record an employment',
      params: PersonParams,
      body: StartEmploymentSchema,
      handle: ({ person, actor, params, body }) =>
        service.startEmployment({ person, actor, ...params, employment: body }),
    }),
    defineRoute({
      ...manage,
      method: 'post',
      path: '/people/:personId/employments/:employmentId/end',
      summary: 'End an employment',
      params: EmploymentParams,
      body: EndEmploymentSchema,
      handle: ({ person, actor, params, body }) =>
        service.endEmployment({ person, actor, ...params, ending: body }),
    }),
    defineRoute({
      ...manage,
      method: 'post',
      // Wants no fresh sign-in: it takes something away, and has to be quick.
      path: '/people/:personId/sessions/end',
      summary: 'Sign somebody out, everywhere',
      params: PersonParams,
      body: EndSessionsSchema,
      handle: ({ person, actor, params, body }) =>
        service.endSessions({ person, actor, ...params, ...body }),
    }),
  ];
}
