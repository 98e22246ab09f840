import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { authModuleHub } from '@imsa-hub/auth-backend-module-hub';
import type { TestProvider } from '@imsa-hub/auth-backend-module-hub/src/testing/aProvider';
import {
  identityBindersServiceRef,
  peopleDirectoryServiceRef,
  type IdentityBinder,
  type PeopleDirectory,
  type PersonContext,
} from '@imsa-hub/network-node';
import { createTestDatabase } from '@imsa-hub/testing';
import { httpAuthServiceFactory } from '../services/httpAuth';
import { httpRouterServiceFactory } from '../services/httpRouter';
import { rootHttpRouterServiceFactory } from '../services/rootHttpRouter';
import { freePort } from './freePort';
import { TestBrowser } from './TestBrowser';

/** Where the provider sends the browser back to. */
const CALLBACK = '/api/auth/oidc/handler/frame';

const ADA = {
  id: '01ada',
  entityRef: 'user:default/01ada',
} as Partial<PersonContext> as PersonContext;

/**
 * Sign-in as it is served: Backstage's own auth plugin with the hub's module,
 * behind the hub's routers and a proxy, with sessions in a real PostgreSQL. Only
 * the register is a stand-in, which lets everybody in as one person.
 *
 * @param options.baseUrl - the address that people use
 */
export async function startSignIn(options: {
  baseUrl: string;
  provider: TestProvider;
}) {
  const { baseUrl, provider } = options;
  const database = await createTestDatabase({ schemas: [] });
  const port = await freePort();
  const sweeper = sessionSweeper();
  const endSessions = jest.fn(async () => undefined);
  const backend = createBackend();
  for (const feature of [
    rootHttpRouterServiceFactory,
    httpRouterServiceFactory,
    httpAuthServiceFactory,
    mockServices.rootLogger.factory(),
    mockServices.rootConfig.factory({
      data: {
        app: { baseUrl },
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          trustProxy: 1,
        },
        auth: {
          environment: 'production',
          session: { secret: 'a secret that is long enough for these tests' },
          providers: {
            oidc: {
              production: {
                metadataUrl: `${provider.issuer}/.well-known/openid-configuration`,
                issuer: provider.issuer,
                clientId: 'hub',
                clientSecret: 'secret',
                prompt: 'auto',
                sessionDuration: { hours: 12 },
              },
            },
          },
        },
      },
    }),
    createServiceFactory({
      service: peopleDirectoryServiceRef,
      deps: {},
      factory: () =>
        ({
          admit: async () => ADA,
          byEntityRef: () => ADA,
          endSessions,
        }) as Partial<PeopleDirectory> as PeopleDirectory,
    }),
    createServiceFactory({
      service: identityBindersServiceRef,
      deps: {},
      factory: () => ({
        install: () => undefined,
        current: () =>
          ({
            noteSignIn: async () => undefined,
            noteRefusedSignIn: async () => undefined,
          }) as Partial<IdentityBinder> as IdentityBinder,
      }),
    }),
    // Backstage's own never closes its connections.
    mockServices.database.factory({ knex: database.owner }),
    authPlugin,
    authModuleHub,
    sweeper.module,
  ]) {
    backend.add(feature);
  }
  await backend.start();

  return {
    /** Whose sessions were ended, by signing out. */
    endSessions,
    newBrowser: () =>
      new TestBrowser({
        server: `http://127.0.0.1:${port}`,
        https: baseUrl.startsWith('https:'),
      }),
    /** Leaves the hub's page for the provider, and comes back with its code. */
    async signIn(
      browser: TestBrowser,
      flow: 'redirect' | 'popup' = 'redirect',
    ) {
      const query = new URLSearchParams({
        env: 'production',
        scope: 'openid profile email offline_access',
        origin: baseUrl,
        ...(flow === 'redirect' ? { flow, redirectUrl: `${baseUrl}/` } : {}),
      });
      const begun = await browser.open(`/api/auth/oidc/start?${query}`);
      const address = String(begun.headers.location);
      provider.visit(address);
      const state = new URL(address).searchParams.get('state') ?? '';
      const back = new URLSearchParams({ code: 'code', state });
      return browser.open(`${CALLBACK}?${back}`, { fromElsewhere: true });
    },
    /** The page asks for a new token, as it does when it is opened. */
    renew: (browser: TestBrowser) =>
      browser.open('/api/auth/oidc/refresh?env=production', { headers: OURS }),
    signOut: (browser: TestBrowser, token: string) =>
      browser.open('/api/auth/oidc/logout?env=production', {
        method: 'post',
        headers: { ...OURS, authorization: `Bearer ${token}` },
      }),
    async stop() {
      await backend.stop();
      sweeper.stop();
      await database.destroy();
    },
  };
}

const OURS = { 'x-requested-with': 'XMLHttpRequest' };

/** The store of sessions sweeps each minute, and stops for whoever asks only. */
function sessionSweeper() {
  let store: { stopDbCleanup(): void } | undefined;
  const module = createBackendModule({
    pluginId: 'auth',
    moduleId: 'sweeper',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use((request, response, next) => {
            response.on('finish', () => {
              store = (request as { sessionStore?: typeof store }).sessionStore;
            });
            next();
          });
        },
      });
    },
  });
  return { module, stop: () => store?.stopDbCleanup() };
}
