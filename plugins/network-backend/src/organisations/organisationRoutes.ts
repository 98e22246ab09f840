import { IdSchema } from '@imsa-hub/core';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  CreateOrganisationSchema,
  EditOrganisationSchema,
  networkManagePermission,
  networkUsePermission,
  OrganisationListQuerySchema,
} from '@imsa-hub/network-common';
import { z } from 'zod';
import type { OrganisationService } from './OrganisationService';

const ParamsSchema = z.strictObject({ organisationId: IdSchema });

/** The routes of the register's organisations. */
export function organisationRoutes(service: OrganisationService): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/organisations',
      summary: 'Organisations you may see, by name',
      door: networkUsePermission,
      scope: 'collection',
      query: OrganisationListQuerySchema,
      handle: ({ person, query }) => service.list({ person, query }),
    }),
    defineRoute({
      method: 'get',
      path: '/organisations/:organisationId',
      summary: 'One organisation',
      door: networkUsePermission,
      scope: 'record',
      params: ParamsSchema,
      handle: ({ person, actor, params }) =>
        service.record({ person, actor, ...params }),
    }),
    defineRoute({
      method: 'post',
      path: '/organisations',
      summary: 'Add an organisation',
      door: networkManagePermission,
      scope: 'collection',
      body: CreateOrganisationSchema,
      status: 201,
      handle: ({ person, actor, body }) =>
        service.create({ person, actor, organisation: body }),
    }),
    defineRoute({
      method: 'put',
      path: '/organisations/:organisationId',
      summary: 'Change an organisation',
      door: networkManagePermission,
      scope: 'record',
      params: ParamsSchema,
      body: EditOrganisationSchema,
      handle: ({ person, actor, params, body }) =>
        service.edit({ person, actor, ...params, organisation: body }),
    }),
  ];
}
