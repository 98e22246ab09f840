import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { HubInputError, TooManyRequestsError } from '@imsa-hub/core-node';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { httpRouterServiceFactory } from './httpRouter';
import { VerifiedTokens, verifiedTokensServiceRef } from './verifiedTokens';

const FIELDS = [{ field: 'body.canary', message: 'canary' }];

const aPlugin = createBackendPlugin({
  pluginId: 'advice',
  register(env) {
    env.registerInit({
      deps: { router: coreServices.httpRouter },
      async init({ router }) {
        const routes = PromiseRouter();
        routes.use(express.json({ limit: 100 }));
        for (const [path, error] of [
          ['bad', new HubInputError({ fields: FIELDS })],
          ['often', new TooManyRequestsError('canary')],
          ['forbidden', new NotAllowedError('canary')],
          ['stale', new ConflictError('canary')],
          ['broken', new TypeError('canary')],
        ] as const) {
          routes.post(`/records/:recordId/${path}`, () => {
            throw error;
          });
        }
        router.use(routes);
        router.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});

async function startPlugin() {
  const tokens = new VerifiedTokens();
  for (const name of ['ada', 'ben']) {
    tokens.keep({
      token: name,
      scope: 'advice full',
      credentials: {
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'user', userEntityRef: `user:default/01${name}` },
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
  }
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    features: [
      httpRouterServiceFactory,
      aPlugin,
      mockServices.rootConfig.factory({ data: {} }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      createServiceFactory({
        service: verifiedTokensServiceRef,
        deps: {},
        factory: () => tokens,
      }),
    ],
  });
  return {
    stop: () => backend.stop(),
    ask: async (what: string, as?: string, body: object = { a: 'canary' }) =>
      (
        await request(backend.server)
          .post(`/api/advice/records/canary/${what}?q=canary`)
          .set(as ? { authorization: `Bearer ${as}` } : {})
          .send(body)
      ).status,
    noted: () =>
      logger.warn.mock.calls
        .filter(([message]) => message === 'A request was not taken')
        .map(([, said]) => said as unknown as Record<string, unknown>),
  };
}

test('who sends what is not taken, or asks too often, is noted with the route', async () => {
  const { ask, noted, stop } = await startPlugin();
  try {
    expect(await ask('bad', 'ada')).toBe(400);
    expect(await ask('often', 'ben')).toBe(429);
    expect(await ask('bad', 'ada', { a: 'canary'.repeat(20) })).toBe(413);
    expect(await ask('bad')).toBe(400);
    expect(await ask('bad', 'nobody-we-know')).toBe(400);
    const requestId = expect.any(String);
    const route = (what: string) => `/records/:recordId/${what}`;
    expect(noted()).toEqual(
      [
        { why: 'bad input', who: '01ada', route: route('bad') },
        { why: 'too many tries', who: '01ben', route: route('often') },
        { why: 'too large', who: '01ada' },
        { why: 'bad input', route: route('bad') },
        { why: 'bad input', route: route('bad') },
      ].map(said => ({ ...said, method: 'POST', requestId })),
    );
    expect(JSON.stringify(noted())).not.toContain('canary');
  } finally {
    await stop();
  }
});

test('what is in the ledger, ordinary or our fault is not noted here', async () => {
  const { ask, noted, stop } = await startPlugin();
  try {
    expect(await ask('forbidden', 'ada')).toBe(403);
    expect(await ask('stale', 'ada')).toBe(409);
    expect(await ask('broken', 'ada')).toBe(500);
    expect(noted()).toEqual([]);
  } finally {
    await stop();
  }
});

test('one person fills no log, and takes nothing from what is noted of others', async () => {
  const { ask, noted, stop } = await startPlugin();
  try {
    for (let tries = 0; tries < 25; tries += 1) await ask('bad', 'ada');
    expect(noted()).toHaveLength(20);
    await ask('bad', 'ben');
    expect(noted()).toHaveLength(21);
    expect(noted().at(-1)).toMatchObject({ who: '01ben', leftOut: 5 });
  } finally {
    await stop();
  }
});
