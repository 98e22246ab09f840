import { newId } from '@imsa-hub/core';
import { has, type Verdict } from '../policy';
import { signedIn, type Cell, type Recipe } from '../Recipe';

/** A route of Backstage's own with one verdict for everybody who is signed in. */
function platform(
  route: string,
  verdict: Verdict,
  more: {
    path?: string;
    body?: object;
    forNobody?: Verdict;
    never?: RegExp;
  } = {},
): Recipe {
  const sameForAll = verdict === 'public' || verdict === 'nowhere';
  return {
    route,
    standings: ['collection'],
    verdict: sameForAll ? () => verdict : signedIn(verdict),
    never: more.never,
    // Keys come and go.
    changing: route.endsWith('jwks.json'),
    call: async () => ({
      path: more.path ?? route.split(' ')[1] ?? '',
      body:
        route.startsWith('post') || route.startsWith('put')
          ? (more.body ?? {})
          : undefined,
    }),
  };
}

/**
 * A route of one entity of the catalog. The catalog serves the hub itself and
 * shows nobody anything: people who are there answer as people who are not.
 */
function entity(
  route: string,
  verdict: Verdict,
  call: (id: string) => { path?: string; body?: object },
): Recipe {
  return {
    route,
    standings: ['there', 'missing'],
    verdict: signedIn(verdict),
    alike: true,
    async call({ world, standing }: Cell) {
      const { id } = world.cast.of('senior');
      const { path, body } = call(standing === 'there' ? id : newId());
      return { path: `/api/catalog/${path}`, body };
    },
  };
}

const byName = (tail: string) => (id: string) => ({
  path: `${tail.replace('*', `user/default/${id}`)}`,
});
const HIDDEN = /user:default|"metadata"|@hub\.example/;
const PLUGINS = [
  'advice',
  'auth',
  'catalog',
  'deadlines',
  'escalations',
  'network',
  'notifications',
  'permission',
  'search',
];
const RULES = '.well-known/backstage/permissions';
const UID = '11111111-1111-4111-8111-111111111111';

/** What only operators and other services need is not there for anybody. */
const NOWHERE = ['auth', 'catalog'].flatMap(plugin => {
  const base = `/api/${plugin}/.backstage`;
  return [
    platform(`get ${base}/actions/v1/actions`, 'nowhere'),
    ...['v1', 'v2'].map(version =>
      platform(
        `post ${base}/actions/${version}/actions/:actionId/invoke`,
        'nowhere',
        {
          path: `${base}/actions/${version}/actions/${plugin}:who-am-i/invoke`,
        },
      ),
    ),
  ];
});
const TASKS = '/api/catalog/.backstage/scheduler/v1/tasks';

/** Every route that came with Backstage. */
export const backstage: readonly Recipe[] = [
  ...PLUGINS.map(plugin =>
    platform(`get /api/${plugin}/.backstage/auth/v1/jwks.json`, 'public'),
  ),
  platform('get /api/app/.backstage/auth/v1/jwks.json', 'nowhere'),
  platform('get /api/app/*', 'nowhere', { path: '/api/app/index.html' }),
  ...NOWHERE,
  platform(`get ${TASKS}`, 'nowhere'),
  ...['cancel', 'trigger'].map(verb =>
    platform(`post ${TASKS}/:id/${verb}`, 'nowhere', {
      path: `${TASKS}/catalog_orphan_cleanup/${verb}`,
    }),
  ),
  ...['advice', 'auth', 'catalog', 'deadlines', 'escalations'].map(plugin =>
    platform(`post /api/${plugin}/${RULES}/apply-conditions`, 'closed'),
  ),
  ...['advice', 'catalog', 'deadlines', 'escalations'].map(plugin =>
    platform(`get /api/${plugin}/${RULES}/metadata`, 'answered'),
  ),
  platform(`get /api/auth/${RULES}/metadata`, 'public'),
  platform('get /api/auth/.well-known/jwks.json', 'public'),
  platform('get /api/auth/.well-known/oauth-client/cli.json', 'public'),
  platform('get /api/auth/.well-known/openid-configuration', 'public'),
  platform('get /api/auth/oidc/handler/frame', 'public'),
  platform('post /api/auth/oidc/handler/frame', 'public'),
  platform('post /api/auth/oidc/logout', 'public'),
  platform('get /api/auth/oidc/refresh', 'public'),
  platform('post /api/auth/oidc/refresh', 'public'),
  platform('get /api/auth/oidc/start', 'public'),
  platform('get /api/auth/v1/userinfo', 'nowhere'),
  platform('get /api/permission/health', 'public'),
  permissionQuestion(),
  platform('get /api/catalog/entities', 'answered', { never: HIDDEN }),
  platform('get /api/catalog/entities/by-query', 'answered', { never: HIDDEN }),
  platform('post /api/catalog/entities/by-query', 'answered', {
    never: HIDDEN,
  }),
  platform('get /api/catalog/entity-facets', 'answered', {
    path: '/api/catalog/entity-facets?facet=metadata.name',
    never: /"value"/,
  }),
  platform('post /api/catalog/entity-facets', 'answered', {
    body: { facets: ['metadata.name'] },
    never: /"value"/,
  }),
  platform('get /api/catalog/locations', 'answered', { never: /target/ }),
  platform('post /api/catalog/locations/by-query', 'answered', {
    never: /target/,
  }),
  platform('get /api/catalog/openapi.json', 'answered'),
  platform('post /api/catalog/locations', 'closed', {
    body: { type: 'url', target: 'https://x.example/catalog-info.yaml' },
  }),
  platform('post /api/catalog/analyze-location', 'closed', {
    body: { location: { type: 'url', target: 'https://x.example/a.yaml' } },
  }),
  platform('post /api/catalog/validate-entity', 'told', {
    body: { entity: { kind: 'Nothing' }, location: 'url:https://x.example/' },
  }),
  entity(
    'get /api/catalog/entities/by-name/:kind/:namespace/:name',
    'as-missing',
    byName('entities/by-name/*'),
  ),
  entity(
    'get /api/catalog/entities/by-name/:kind/:namespace/:name/ancestry',
    'closed',
    byName('entities/by-name/*/ancestry'),
  ),
  entity(
    'get /api/catalog/locations/by-entity/:kind/:namespace/:name',
    'as-missing',
    byName('locations/by-entity/*'),
  ),
  entity('get /api/catalog/entities/by-uid/:uid', 'as-missing', () => ({
    path: `entities/by-uid/${UID}`,
  })),
  entity('delete /api/catalog/entities/by-uid/:uid', 'closed', () => ({
    path: `entities/by-uid/${UID}`,
  })),
  entity('post /api/catalog/entities/by-refs', 'answered', id => ({
    path: 'entities/by-refs',
    body: { entityRefs: [`user:default/${id}`] },
  })),
  entity('post /api/catalog/refresh', 'closed', id => ({
    path: 'refresh',
    body: { entityRef: `user:default/${id}` },
  })),
  entity('get /api/catalog/locations/:id', 'as-missing', () => ({
    path: `locations/${UID}`,
  })),
  entity('delete /api/catalog/locations/:id', 'closed', () => ({
    path: `locations/${UID}`,
  })),
  entity('put /api/catalog/locations/:id', 'closed', () => ({
    path: `locations/${UID}`,
    body: { type: 'url', target: 'https://x.example/catalog-info.yaml' },
  })),
];

/** What somebody may do with a record tells nothing of whether it is there. */
function permissionQuestion(): Recipe {
  const route = 'post /api/permission/authorize';
  return {
    route,
    standings: ['conflicted', 'recused', 'missing'],
    // Whoever sees some queries is told to ask the advice line itself.
    verdict: member =>
      signedIn(has(member.role, 'use the advice line') ? 'told' : 'answered')(
        member,
      ),
    alike: true,
    never: /ALLOW|CONDITIONAL/,
    async call({ world, member, standing }) {
      const known =
        standing === 'missing' || member.role === 'nobody'
          ? undefined
          : await world.shared({
              member,
              relation: standing === 'recused' ? 'recused' : 'conflicted',
              stage: 'in-hand',
            });
      const permission = {
        type: 'resource',
        name: 'advice.query.read',
        resourceType: 'advice-query',
        attributes: { action: 'read' },
      };
      return {
        path: '/api/permission/authorize',
        body: {
          items: [{ id: '1', permission, resourceRef: known?.id ?? newId() }],
        },
      };
    },
  };
}
