import type { TestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import { APP_URL } from './anAuthBackend';
import type { TestProvider } from './aProvider';

/** What the page is handed when a sign-in comes back. */
export interface Answer {
  error?: { name: string; message: string };
  response?: {
    backstageIdentity?: {
      token: string;
      identity: { userEntityRef: string; ownershipEntityRefs: string[] };
    };
  };
}

interface WayBack {
  state: string;
  cookies: string[];
}

/** The cookies that an answer sets and does not empty. */
export const cookiesOf = (answer: request.Response) =>
  ((answer.headers['set-cookie'] ?? []) as unknown as string[])
    .map(cookie => cookie.split(';')[0] ?? '')
    .filter(cookie => !cookie.endsWith('='));

/** Browsers that go through sign-ins at a backend and a provider. */
export function browsers(options: {
  backend: () => Pick<TestBackend, 'server'>;
  provider: TestProvider;
}) {
  const { backend, provider } = options;
  let opened = 0;

  /** One browser goes through a sign-in; `tamper` changes how it comes back. */
  async function signIn(
    tamper: (back: WayBack) => WayBack = back => back,
  ): Promise<{ answer: Answer; cookies: string[] }> {
    opened += 1;
    const browser = `browser=${opened}`;
    const start = await request(backend().server)
      .get('/api/auth/oidc/start')
      .query({ env: 'development', origin: APP_URL })
      .set('cookie', browser);
    expect(start.status).toBe(302);
    const address = String(start.headers.location);
    provider.visit(address);
    const { state, cookies } = tamper({
      state: new URL(address).searchParams.get('state') ?? '',
      cookies: [browser, ...cookiesOf(start)],
    });
    const back = await request(backend().server)
      .get('/api/auth/oidc/handler/frame')
      .query({ code: 'code', state })
      .set('cookie', cookies.join('; '));
    const [, encoded] = /decodeURIComponent\('([^']*)'\)/.exec(back.text) ?? [];
    return {
      answer: JSON.parse(decodeURIComponent(encoded ?? 'null')) as Answer,
      cookies: [browser, ...cookiesOf(back)],
    };
  }

  /** Its page asks for a new token. */
  const renew = (cookies: readonly string[]) =>
    request(backend().server)
      .get('/api/auth/oidc/refresh?env=development')
      .set('cookie', cookies.join('; '))
      .set('x-requested-with', 'XMLHttpRequest');

  return { signIn, renew };
}
