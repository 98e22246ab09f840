import { TestProvider } from '@imsa-hub/auth-backend-module-hub/src/testing/aProvider';
import type { Response } from 'supertest';
import { startSignIn } from './testing/startSignIn';
import type { TestBrowser } from './testing/TestBrowser';

const HTTPS = 'https://hub.example.org';
const HTTP = 'http://localhost:7000';

const provider = new TestProvider();
let hub: Awaited<ReturnType<typeof startSignIn>>;

beforeAll(() => provider.start());
afterAll(() => provider.stop());
beforeEach(() => {
  provider.refreshToken = 'a-refresh-token';
});

/** Name, path and `SameSite` of what a browser keeps; all of it is `HttpOnly`. */
const keptBy = ({ cookies }: TestBrowser) => {
  for (const { httpOnly } of cookies.values()) expect(httpOnly).toBe(true);
  return [...cookies]
    .map(([name, { path, sameSite }]) => `${name} ${path} ${sameSite}`)
    .toSorted();
};

describe('over HTTPS', () => {
  beforeAll(async () => {
    hub = await startSignIn({ baseUrl: HTTPS, provider });
  });
  afterAll(() => hub.stop());

  const OF_SIGN_IN = [
    '__Host-connect.sid / lax',
    '__Host-oidc-granted-scope / strict',
    '__Host-oidc-nonce / lax',
    '__Host-oidc-refresh-token / strict',
  ];

  test('the cookies of sign-in are of this host alone, and it works with them', async () => {
    const browser = hub.newBrowser();
    const back = await hub.signIn(browser);
    expect([back.status, back.headers.location]).toEqual([302, `${HTTPS}/`]);
    expect(keptBy(browser)).toEqual(OF_SIGN_IN);
    for (const { secure } of browser.cookies.values())
      expect(secure).toBe(true);
    const before = browser.cookies.get('__Host-oidc-refresh-token');
    const renewed = await hub.renew(browser);
    expect(renewed.status).toBe(200);
    expect(renewed.body.backstageIdentity.token).toMatch(/^ey/);
    expect(browser.cookies.get('__Host-oidc-refresh-token')).not.toEqual(
      before,
    );
    expect(keptBy(browser)).toEqual(OF_SIGN_IN);
    expect((await hub.renew(browser)).status).toBe(200);
  });

  test('signing out leaves none of them', async () => {
    const browser = hub.newBrowser();
    await hub.signIn(browser);
    const { body } = await hub.renew(browser);
    hub.endSessions.mockClear();
    const out = await hub.signOut(browser, body.backstageIdentity.token);
    expect(out.status).toBe(200);
    expect(hub.endSessions).toHaveBeenCalledTimes(1);
    expect(keptBy(browser)).toEqual([]);
    expect((await hub.renew(browser)).status).toBe(401);
  });

  test('no cookie counts under the name that Backstage gives it', async () => {
    const browser = hub.newBrowser();
    await hub.signIn(browser);
    expect((await hub.renew(browser)).status).toBe(200);
    for (const [name, kept] of [...browser.cookies]) {
      browser.cookies.delete(name);
      browser.cookies.set(name.replace('__Host-', ''), kept);
    }
    expect((await hub.renew(browser)).status).toBe(401);
    // Nor beside the right one, before or after it.
    const right = hub.newBrowser();
    right.cookies.set('oidc-refresh-token', { ...A_COOKIE, value: 'set' });
    right.cookies.set('oidc-refresh-token-0', { ...A_COOKIE, value: 'set' });
    right.cookies.set('connect.sid', { ...A_COOKIE, value: 'set' });
    right.cookies.set('theme', { ...A_COOKIE, value: 'dark' });
    expect((await hub.signIn(right)).status).toBe(302);
    expect((await hub.renew(right)).status).toBe(200);
  });

  test.each(['__Host-oidc-nonce', '__Host-connect.sid'])(
    'a sign-in comes back to the browser with its %s only',
    async name => {
      const browser = hub.newBrowser();
      const open = browser.open.bind(browser);
      browser.open = (path, options) => {
        if (options?.fromElsewhere) browser.cookies.delete(name);
        return open(path, options);
      };
      const granted = provider.granted;
      const back = await hub.signIn(browser);
      expect(back.headers.location).toContain(`${HTTPS}/?error=`);
      expect(keptBy(browser).join()).not.toContain('refresh-token');
      expect(provider.granted).toBe(granted);
    },
  );

  test.each(['redirect', 'popup'] as const)(
    'no token of the provider is in an answer: not after a sign-in by %s, nor at a refresh',
    async flow => {
      const browser = hub.newBrowser();
      const given = provider.given.length;
      const back = await hub.signIn(browser, flow);
      provider.refreshToken = 'another-refresh-token';
      const renewed = await hub.renew(browser);
      expect(renewed.body.backstageIdentity.token).toMatch(/^ey/);
      expect(renewed.body.providerInfo).toEqual({
        accessToken: '',
        // The page looks at these two to know when to ask again.
        scope: 'openid profile email offline_access',
        expiresInSeconds: 600,
      });
      const tokens = provider.given.slice(given);
      expect(tokens).toHaveLength(6);
      expect(bodyOf(back).includes('backstageIdentity')).toBe(flow === 'popup');
      for (const answer of [back, renewed]) {
        for (const token of tokens) {
          expect(bodyOf(answer)).not.toContain(token);
          expect(String(answer.headers.location)).not.toContain(token);
        }
      }
    },
  );

  test('a long token of the provider comes in parts, and a shorter one ends them', async () => {
    const browser = hub.newBrowser();
    provider.refreshToken = 'l'.repeat(9_000);
    await hub.signIn(browser);
    expect(keptBy(browser).join()).toContain(
      [0, 1, 2]
        .map(part => `__Host-oidc-refresh-token-${part} / strict`)
        .join(),
    );
    expect((await hub.renew(browser)).status).toBe(200);
    for (const length of [5_000, 20]) {
      provider.refreshToken = 's'.repeat(length);
      await hub.signIn(browser);
      expect((await hub.renew(browser)).status).toBe(200);
    }
  });
});

describe('over plain HTTP, on one machine', () => {
  beforeAll(async () => {
    hub = await startSignIn({ baseUrl: HTTP, provider });
  });
  afterAll(() => hub.stop());

  test('the cookies are those of Backstage, because browsers take no others', async () => {
    const browser = hub.newBrowser();
    const back = await hub.signIn(browser);
    expect([back.status, back.headers.location]).toEqual([302, `${HTTP}/`]);
    expect(keptBy(browser)).toEqual([
      'connect.sid / ',
      'oidc-granted-scope /api/auth/oidc lax',
      'oidc-nonce /api/auth/oidc/handler lax',
      'oidc-refresh-token /api/auth/oidc lax',
    ]);
    const { status, body } = await hub.renew(browser);
    expect(status).toBe(200);
    await hub.signOut(browser, body.backstageIdentity.token);
    expect(keptBy(browser).join()).not.toMatch(/refresh-token|granted-scope/);
    expect((await hub.renew(browser)).status).toBe(401);
  });
});

/** What the page can read of an answer, out of its wrapping too. */
const bodyOf = ({ text }: Response) => `${text}\n${decodeURIComponent(text)}`;

const A_COOKIE = {
  path: '/',
  sameSite: 'lax',
  secure: true,
  httpOnly: true,
};
