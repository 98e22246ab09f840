import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  authProvidersExtensionPoint,
  type AuthProviderFactory,
  type AuthProviderRouteHandlers,
  type AuthResolverContext,
} from '@backstage/plugin-auth-node';
import {
  identityBindersServiceRef,
  peopleDirectoryServiceRef,
  type IdentityBinder,
  type PeopleDirectory,
} from '@imsa-hub/network-node';
import { authModuleHub } from '../authModuleHub';

/** Where the hub is to the browser in these tests. */
export const APP_URL = 'http://localhost:7200';

/**
 * A backend with the module under test and, in place of Backstage's auth
 * plugin, the least that serves a provider: cookies, one browser's session and
 * tokens that are only their claims.
 */
export function startAuthBackend(options: {
  issuer: string;
  admit: PeopleDirectory['admit'];
  /** Who is active, and how they sign out; nobody unless told. */
  people?: Partial<PeopleDirectory>;
  /** What enters sign-ins in the ledger; nothing is kept unless told. */
  binder?: Pick<IdentityBinder, 'noteSignIn' | 'noteRefusedSignIn'>;
  /** Settings below `hub.signIn`. */
  signIn?: { askFor?: string; accept?: string[] };
  /** Settings below `hub.limits`. */
  limits?: Record<string, number>;
}) {
  const harness = createBackendPlugin({
    pluginId: 'auth',
    register(env) {
      let factory: AuthProviderFactory | undefined;
      env.registerExtensionPoint(authProvidersExtensionPoint, {
        registerProvider(provider) {
          factory = provider.factory;
        },
      });
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          config: coreServices.rootConfig,
          logger: coreServices.logger,
        },
        async init({ httpRouter, config, logger }) {
          const shared = {
            baseUrl: `${APP_URL}/api/auth`,
            appUrl: APP_URL,
            isOriginAllowed: (origin: string) => origin === APP_URL,
          };
          const handlers = factory?.({
            providerId: 'oidc',
            globalConfig: shared,
            ...shared,
            config: config.getConfig('auth.providers.oidc'),
            logger,
            resolverContext: { issueToken } as unknown as AuthResolverContext,
          });
          const sessions = new Map<string, object>();
          httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          httpRouter.use((request, _response, next) => {
            const cookies = readCookies(request.headers.cookie ?? '');
            const session = sessions.get(cookies.browser ?? '') ?? {};
            sessions.set(cookies.browser ?? '', session);
            Object.assign(request, { cookies, session });
            next();
          });
          httpRouter.use((request, response, next) => {
            const step = stepOf(handlers, request.path);
            if (step) step(request, response).catch(next);
            else next();
          });
        },
      });
    },
  });
  return startTestBackend({
    features: [
      harness,
      authModuleHub,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: APP_URL },
          hub: { limits: options.limits ?? {}, signIn: options.signIn ?? {} },
          auth: {
            session: { secret: 'a secret that is long enough for these tests' },
            providers: {
              oidc: {
                development: {
                  metadataUrl: `${options.issuer}/.well-known/openid-configuration`,
                  issuer: options.issuer,
                  clientId: 'hub',
                  clientSecret: 'secret',
                  prompt: 'auto',
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
          ({ ...options.people, admit: options.admit }) as PeopleDirectory,
      }),
      createServiceFactory({
        service: identityBindersServiceRef,
        deps: {},
        factory: () => ({
          install: () => undefined,
          current: () =>
            (options.binder ?? {
              noteSignIn: async () => undefined,
              noteRefusedSignIn: async () => undefined,
            }) as IdentityBinder,
        }),
      }),
    ],
  });
}

function stepOf(handlers: AuthProviderRouteHandlers | undefined, path: string) {
  if (path === '/oidc/start') return handlers?.start.bind(handlers);
  if (path === '/oidc/handler/frame')
    return handlers?.frameHandler.bind(handlers);
  if (path === '/oidc/refresh') return handlers?.refresh?.bind(handlers);
  if (path === '/oidc/logout') return handlers?.logout?.bind(handlers);
  return undefined;
}

async function issueToken(options: { claims: object }) {
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return { token: `${part({})}.${part(options.claims)}.` };
}

function readCookies(header: string): Record<string, string> {
  return Object.fromEntries(
    header.split('; ').flatMap(pair => {
      const [name, value] = pair.split('=');
      return name && value ? [[name, decodeURIComponent(value)]] : [];
    }),
  );
}
