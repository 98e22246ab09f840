import type { WrittenRoute } from '@imsa-hub/core-node';
import type { Schema } from './sampleOf';

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'array', items: text };
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
});
const queries = (...names: string[]): Schema =>
  object(Object.fromEntries(names.map(name => [name, text])));

const LOCATION = object({ type: text, target: text });
const PAGE = ['limit', 'cursor', 'orderField', 'fullTextFilterTerm', 'fields'];

/** What the routes of Backstage take; they state no schema themselves. */
const TAKEN: Readonly<Record<string, { body?: Schema; query?: Schema }>> = {
  'get /api/auth/oidc/start': {
    query: queries('env', 'scope', 'origin', 'redirectUrl', 'flow'),
  },
  'get /api/auth/oidc/handler/frame': {
    query: queries('code', 'state', 'error', 'iss'),
  },
  'get /api/auth/oidc/refresh': { query: queries('env', 'optional', 'scope') },
  'post /api/auth/oidc/refresh': { query: queries('env', 'scope') },
  'post /api/auth/oidc/logout': { query: queries('env') },
  'post /api/permission/authorize': {
    body: object({
      items: {
        type: 'array',
        items: object({
          id: text,
          resourceRef: text,
          permission: object({
            type: { const: 'resource' },
            name: { const: 'advice.query.read' },
            resourceType: { const: 'advice-query' },
            attributes: object({ action: { const: 'read' } }),
          }),
        }),
      },
    }),
  },
  'get /api/catalog/entities': {
    query: queries('filter', 'fields', 'limit', 'offset', 'after', 'order'),
  },
  'get /api/catalog/entities/by-query': {
    query: queries('filter', 'offset', 'fullTextFilterFields', ...PAGE),
  },
  'post /api/catalog/entities/by-query': {
    body: object({ cursor: text, limit: { type: 'integer' }, query: text }),
  },
  'post /api/catalog/entities/by-refs': {
    body: object({ entityRefs: texts, fields: texts }),
    query: queries('filter'),
  },
  'get /api/catalog/entity-facets': { query: queries('facet', 'filter') },
  'post /api/catalog/entity-facets': { body: object({ facets: texts }) },
  'post /api/catalog/refresh': {
    body: object({ entityRef: text, authorizationToken: text }),
  },
  'get /api/catalog/locations': { query: queries('dryRun') },
  'post /api/catalog/locations': { body: LOCATION, query: queries('dryRun') },
  'put /api/catalog/locations/:id': { body: LOCATION },
  'post /api/catalog/locations/by-query': {
    body: object({ cursor: text, limit: { type: 'integer' }, query: text }),
  },
  'post /api/catalog/analyze-location': {
    body: object({ location: LOCATION, catalogFilename: text }),
  },
  'post /api/catalog/validate-entity': {
    body: object({
      location: text,
      entity: object({
        apiVersion: text,
        kind: text,
        metadata: object({ name: text }),
      }),
    }),
  },
};

/** Whether a route came with Backstage. */
export const isOfBackstage = (route: WrittenRoute) =>
  route.summary === 'Of Backstage';

/** A route with what it is known to take, so that every field can be tried. */
export function withTaken(route: WrittenRoute): WrittenRoute {
  if (!isOfBackstage(route)) return route;
  const key = `${route.method} ${route.path}`;
  const anyConditions = key.endsWith('/apply-conditions')
    ? {
        body: object({
          items: {
            type: 'array',
            items: object({
              id: text,
              resourceRef: text,
              resourceType: text,
              conditions: object({ rule: text, params: object({ id: text }) }),
            }),
          },
        }),
      }
    : {};
  return { ...route, ...anyConditions, ...TAKEN[key] } as WrittenRoute;
}

/**
 * Whether Backstage refuses in a way of its own, on purpose: the sign-in on a
 * page, and what looks at an entity with what is wrong with it as its answer.
 */
export function isOwnWay(route: WrittenRoute, answer: string): boolean {
  return route.path.startsWith('/api/auth/')
    ? /^\s*</.test(answer)
    : route.path === '/api/catalog/validate-entity' &&
        answer.startsWith('{"errors":[');
}
