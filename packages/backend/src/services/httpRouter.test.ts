import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { httpRouterServiceFactory } from './httpRouter';

const aPlugin = createBackendPlugin({
  pluginId: 'test',
  register(env) {
    env.registerInit({
      deps: { router: coreServices.httpRouter },
      async init({ router }) {
        const routes = PromiseRouter();
        for (const path of [
          '/records',
          '/.backstage/scheduler/v1/tasks',
          '/.backstage/scheduler/v1/tasks/:id/trigger',
          '/.backstage/actions/v1/actions',
        ]) {
          routes.all(path, (_request, response) => void response.json('here'));
        }
        router.use(routes);
      },
    });
  },
});

test('what Backstage opens to everybody for operators is not there', async () => {
  const backend = await startTestBackend({
    features: [
      httpRouterServiceFactory,
      mockServices.rootConfig.factory({ data: {} }),
      aPlugin,
    ],
  });
  const ask = async (method: 'get' | 'post', path: string, as?: string) =>
    (
      await request(backend.server)
        [method](`/api/test${path}`)
        .set(as ? { authorization: as } : {})
    ).status;
  const signedIn = mockCredentials.user.header();
  try {
    expect(await ask('get', '/records', signedIn)).toBe(200);
    for (const who of [signedIn, mockCredentials.service.header(), undefined]) {
      for (const [method, path] of [
        ['get', '/.backstage/scheduler/v1/tasks'],
        ['post', '/.backstage/scheduler/v1/tasks/one/trigger'],
        ['get', '/.backstage/actions/v1/actions'],
        ['get', '/.Backstage/Scheduler/v1/tasks'],
      ] as const) {
        expect([path, await ask(method, path, who)]).toEqual([path, 404]);
      }
    }
  } finally {
    await backend.stop();
  }
});
