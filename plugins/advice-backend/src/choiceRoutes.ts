import {
  adviceAnswerPermission,
  adviceTemplatesPermission,
  adviceUsePermission,
  LimitsPreviewRequestSchema,
  OrganisationSearchSchema,
  QueryIdSchema,
  TemplateChangeSchema,
  TemplateIdSchema,
  TemplateInputSchema,
  TemplatePreviewRequestSchema,
} from '@imsa-hub/advice-common';
import { NotFoundError } from '@backstage/errors';
import {
  defineRoute,
  readCatalogFolder,
  type HubRoute,
} from '@imsa-hub/core-node';
import { namedPerson } from '@imsa-hub/network-node';
import type { AdviceServices } from './AdviceServices';
import { readChildrenContacts } from './public';
import { TEMPLATE_FIELDS, viewOf } from './templates';

const MOST_CHOICES = 20;

/** Routes of what can be chosen in forms: events, organisations, colleagues, limits. */
export function choiceRoutes(services: AdviceServices): HubRoute[] {
  const { hub, limits } = services.context;
  const children = readChildrenContacts({
    folder: readCatalogFolder(hub.config),
  });
  return [
    defineRoute({
      method: 'get',
      path: '/choices/events',
      summary: 'What can start a legal limit',
      door: adviceUsePermission,
      scope: 'collection',
      handle: async () => ({ events: limits.choices() }),
    }),
    defineRoute({
      method: 'get',
      path: '/choices/children',
      summary: 'Who helps where somebody is under 18',
      door: adviceUsePermission,
      scope: 'collection',
      handle: async () => children,
    }),
    defineRoute({
      method: 'post',
      path: '/choices/organisations',
      summary: 'Organisations by part of their name',
      door: adviceUsePermission,
      scope: 'collection',
      body: OrganisationSearchSchema,
      async handle({ body }) {
        const wanted = body.text.toLocaleLowerCase('en-GB');
        return {
          organisations: hub.people
            .organisations()
            .filter(item =>
              item.name.toLocaleLowerCase('en-GB').includes(wanted),
            )
            .slice(0, MOST_CHOICES)
            .map(({ id, name }) => ({ id, name })),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/choices/colleagues',
      summary: 'Who answers advice',
      door: adviceAnswerPermission,
      scope: 'collection',
      handle: async () => ({
        people: hub.people
          .all()
          .filter(person => hub.permissions.may(person, adviceAnswerPermission))
          .map(person => namedPerson(hub.people, person.id)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/limits/preview',
      summary: 'The limits of events, with their working',
      door: adviceUsePermission,
      scope: 'collection',
      body: LimitsPreviewRequestSchema,
      handle: async ({ body }) => ({ limits: limits.limits(body) }),
    }),
  ];
}

/** Routes of reply templates. */
export function templateRoutes(services: AdviceServices): HubRoute[] {
  const { templates, reading, context } = services;
  const { hub } = context;
  return [
    defineRoute({
      method: 'get',
      path: '/templates',
      summary: 'Reply templates',
      door: adviceAnswerPermission,
      scope: 'collection',
      handle: async ({ person }) => ({
        templates: await templates.list(),
        mayEdit: hub.permissions.may(person, adviceTemplatesPermission),
        fields: TEMPLATE_FIELDS,
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/templates/:templateId/versions',
      summary: 'All versions of a template',
      door: adviceAnswerPermission,
      scope: 'record',
      params: TemplateIdSchema,
      handle: async ({ params }) => ({
        versions: await templates.versions(params.templateId),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/templates',
      summary: 'Add a template',
      door: adviceTemplatesPermission,
      scope: 'collection',
      body: TemplateInputSchema,
      status: 201,
      handle: ({ person, actor, body }) =>
        templates.create({ person, actor, template: body }),
    }),
    defineRoute({
      method: 'put',
      path: '/templates/:templateId',
      summary: 'Change a template: a new version of it',
      door: adviceTemplatesPermission,
      scope: 'record',
      params: TemplateIdSchema,
      body: TemplateChangeSchema,
      handle: ({ person, actor, params, body }) =>
        templates.change({
          person,
          actor,
          templateId: params.templateId,
          change: body,
        }),
    }),
    defineRoute({
      method: 'post',
      path: '/templates/preview',
      summary: 'See a template filled',
      door: adviceAnswerPermission,
      scope: 'collection',
      body: TemplatePreviewRequestSchema,
      async handle({ person, actor, body }) {
        if (!body.queryId) return templates.preview(body.body);
        const record = await reading.record({
          person,
          actor,
          queryId: body.queryId,
        });
        return templates.preview(body.body, viewOf(record, person.displayName));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/queries/:queryId/fill-template',
      summary: 'A template filled from a query',
      door: adviceAnswerPermission,
      scope: 'record',
      params: QueryIdSchema,
      body: TemplateIdSchema,
      async handle({ person, actor, params, body }) {
        const row = await reading.find(hub.database, {
          person,
          queryId: params.queryId,
        });
        if (!context.sight.mayWorkOn(person, row)) throw new NotFoundError();
        const record = await reading.record({
          person,
          actor,
          queryId: params.queryId,
        });
        return templates.fill({
          templateId: body.templateId,
          view: viewOf(record, person.displayName),
        });
      },
    }),
  ];
}
