import {
  adviceLogCallPermission,
  LogMailRequestSchema,
  MailIdSchema,
  MailListRequestSchema,
  PutMailBackRequestSchema,
  QueryIdSchema,
  SetMailAsideRequestSchema,
} from '@imsa-hub/advice-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { Mailbox } from './createMailbox';

/** Routes of the advice mailbox: the list, one mail, what is done with it. */
export function mailboxRoutes({ reading, service }: Mailbox): HubRoute[] {
  const door = adviceLogCallPermission;
  return [
    defineRoute({
      method: 'get',
      path: '/mails',
      summary: 'Mails to be logged, or set aside',
      door,
      scope: 'collection',
      query: MailListRequestSchema,
      handle: ({ person, query }) => reading.list({ person, request: query }),
    }),
    defineRoute({
      method: 'get',
      path: '/mails/:mailId',
      summary: 'One mail',
      door,
      scope: 'record',
      params: MailIdSchema,
      handle: ({ person, actor, params }) =>
        reading.record({ person, actor, mailId: params.mailId }),
    }),
    defineRoute({
      method: 'post',
      path: '/mails/:mailId/log',
      summary: 'Log a mail as a query',
      door,
      scope: 'record',
      params: MailIdSchema,
      body: LogMailRequestSchema,
      status: 201,
      async handle({ person, actor, params, body }) {
        const { mailId } = params;
        const created = await service.log({
          person,
          actor,
          mailId,
          request: body,
        });
        const { id, reference, receiptCode } = created;
        return { id, reference, receiptCode };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/mails/:mailId/set-aside',
      summary: 'Set a mail aside with a reason',
      door,
      scope: 'record',
      params: MailIdSchema,
      body: SetMailAsideRequestSchema,
      handle: ({ person, actor, params, body }) =>
        service.setAside({
          person,
          actor,
          mailId: params.mailId,
          request: body,
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/mails/:mailId/put-back',
      summary: 'Put a mail back that was set aside',
      door,
      scope: 'record',
      params: MailIdSchema,
      body: PutMailBackRequestSchema,
      handle: ({ person, actor, params, body }) =>
        service.putBack({
          person,
          actor,
          mailId: params.mailId,
          request: body,
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/mails/:mailId/stop-writing',
      summary: 'Send nothing more to the address of a mail',
      door,
      scope: 'record',
      params: MailIdSchema,
      handle: ({ person, actor, params }) =>
        service.stopWriting({ person, actor, mailId: params.mailId }),
    }),
    defineRoute({
      method: 'get',
      path: '/queries/:queryId/mail',
      summary: 'What was sent to the asker of a query that came by mail',
      door,
      scope: 'record',
      params: QueryIdSchema,
      handle: ({ person, params }) =>
        reading.ofQuery({ person, queryId: params.queryId }),
    }),
  ];
}
