import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  deadlinesManagePermission,
  deadlinesUsePermission,
  HolidayChangeSchema,
} from '@imsa-hub/deadlines-common';
import type { HolidayService } from './HolidayService';

/** The routes of bank holidays. */
export function holidayRoutes(service: HolidayService): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/holidays',
      summary: 'Bank holidays of all divisions',
      door: deadlinesUsePermission,
      scope: 'collection',
      handle: ({ person }) => service.list({ person }),
    }),
    defineRoute({
      method: 'post',
      path: '/holidays',
      summary: 'Add a closed day, or take one away',
      door: deadlinesManagePermission,
      scope: 'collection',
      body: HolidayChangeSchema,
      handle: ({ person, actor, body }) =>
        service.change({ person, actor, change: body }),
    }),
  ];
}
