import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { freePort } from '../testing/freePort';
import { httpRouterServiceFactory } from './httpRouter';
import { rootHttpRouterServiceFactory } from './rootHttpRouter';
import { VerifiedTokens, verifiedTokensServiceRef } from './verifiedTokens';

/** Two plugins that know nothing of the hub, as Backstage's own. */
const plugins = ['catalog', 'notifications'].map(pluginId =>
  createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: { router: coreServices.httpRouter },
        async init({ router }) {
          const routes = PromiseRouter();
          routes.get(
            ['/entities', '/live'],
            (_request, response) => void response.json('here'),
          );
          router.use(routes);
          router.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
        },
      });
    },
  }),
);

/** A backend in which the tokens `a` and `b` are those of two people. */
async function startLimited(limits: Record<string, number>) {
  const tokens = new VerifiedTokens();
  for (const name of ['a', 'b']) {
    tokens.keep({
      token: name,
      scope: 'network full',
      credentials: {
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'user', userEntityRef: `user:default/${name}` },
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
  }
  const port = await freePort();
  const backend = createBackend();
  // Backstage's test backend cannot be given another root router.
  for (const feature of [
    rootHttpRouterServiceFactory,
    mockServices.rootLogger.factory(),
    mockServices.auth.factory(),
    mockServices.httpAuth.factory(),
    httpRouterServiceFactory,
    createServiceFactory({
      service: verifiedTokensServiceRef,
      deps: {},
      factory: () => tokens,
    }),
    mockServices.rootConfig.factory({
      data: {
        backend: {
          baseUrl: 'http://localhost:7007',
          listen: { host: '127.0.0.1', port },
          trustProxy: true,
        },
        hub: { limits },
      },
    }),
    ...plugins,
  ])
    backend.add(feature);
  await backend.start();
  return {
    stop: () => backend.stop(),
    ask: async (path: string, as?: string, from = '192.0.2.1') => {
      const answer = await request(`http://127.0.0.1:${port}`)
        .get(path)
        .set('x-forwarded-for', from)
        .set(as ? { authorization: `Bearer ${as}` } : {});
      if (answer.status === 429) {
        expect(answer.headers['retry-after']).toBe('60');
        expect(answer.body).toMatchObject({ title: 'Too many tries' });
      }
      return answer.status;
    },
  };
}

const ENTITIES = '/api/catalog/entities';
const LIVE = '/api/notifications/live';

test('an address may ask so much of all routes below /api, and no other pays for it', async () => {
  const { ask, stop } = await startLimited({ requestsPerAddressPerMinute: 4 });
  try {
    // Nothing else counts: the console's files, and the live line.
    for (const path of ['/static/none.js', '/', LIVE, LIVE]) {
      expect(await ask(path)).not.toBe(429);
    }
    expect(await ask(ENTITIES)).toBe(200);
    expect(await ask('/api/notifications/entities')).toBe(200);
    expect(await ask('/api/none')).toBe(404);
    expect(await ask('/API/catalog/entities')).toBe(200);
    for (const path of [
      ENTITIES,
      '/api/none',
      '/api/auth/oidc/start',
      '/API',
    ]) {
      expect([path, await ask(path)]).toEqual([path, 429]);
    }
    expect(await ask(ENTITIES, 'a')).toBe(429);
    expect(await ask(LIVE)).toBe(200);
    expect(await ask(ENTITIES, 'a', '192.0.2.2')).toBe(200);
  } finally {
    await stop();
  }
});

test('a person may ask so much of all plugins, from wherever, and no colleague pays for it', async () => {
  const { ask, stop } = await startLimited({
    requestsPerPersonInAllPerMinute: 3,
  });
  try {
    expect(await ask(ENTITIES, 'a')).toBe(200);
    expect(await ask('/api/notifications/entities', 'a')).toBe(200);
    expect(await ask(LIVE, 'a')).toBe(200);
    expect(await ask(ENTITIES, 'a', '192.0.2.2')).toBe(200);
    expect(await ask(ENTITIES, 'a', '192.0.2.3')).toBe(429);
    expect(await ask(ENTITIES, 'a')).toBe(429);
    expect(await ask(LIVE, 'a')).toBe(200);
    expect(await ask(ENTITIES, 'b')).toBe(200);
    expect(await ask(ENTITIES)).toBe(200);
  } finally {
    await stop();
  }
});

test('unless told, the figures are those of an office and of a busy person', async () => {
  const { ask, stop } = await startLimited({});
  try {
    for (let index = 0; index < 200; index += 1) {
      expect(await ask(ENTITIES, 'a')).toBe(200);
    }
  } finally {
    await stop();
  }
});
