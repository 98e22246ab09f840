import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  ListNoticesQuerySchema,
  NoticeParamsSchema,
  ReadAllSchema,
} from '@imsa-hub/notifications-common';
import type { NoticeService } from './NoticeService';

/** A person's notices. Everyone has their own, so sign-in is the door. */
export function noticeRoutes(options: { notices: NoticeService }): HubRoute[] {
  const { notices } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/notices',
      summary: 'My notices, newest first',
      door: 'signed-in',
      scope: 'collection',
      query: ListNoticesQuerySchema,
      handle: ({ person, query }) => notices.list({ person, ...query }),
    }),
    defineRoute({
      method: 'get',
      path: '/notices/unread-count',
      summary: 'How many of my notices are unread',
      door: 'signed-in',
      scope: 'collection',
      handle: ({ person }) => notices.countUnread({ person }),
    }),
    defineRoute({
      method: 'post',
      path: '/notices/:noticeId/read',
      summary: 'Mark one of my notices as read',
      door: 'signed-in',
      scope: 'record',
      params: NoticeParamsSchema,
      handle: ({ person, actor, params }) =>
        notices.read({ person, actor, noticeId: params.noticeId }),
    }),
    defineRoute({
      method: 'post',
      path: '/notices/read-all',
      summary: 'Mark the notices I was shown as read',
      door: 'signed-in',
      scope: 'collection',
      body: ReadAllSchema,
      handle: ({ person, actor, body }) =>
        notices.readAll({ person, actor, upTo: body.upTo }),
    }),
  ];
}
