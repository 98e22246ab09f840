import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { encodeOAuthState } from '@backstage/plugin-auth-node';
import type { PersonContext, SignInClaims } from '@imsa-hub/network-node';
import request from 'supertest';
import { NOT_REGISTERED } from './createHubSignInResolver';
import { APP_URL, startAuthBackend } from './testing/anAuthBackend';
import { TestProvider, type ProviderMood } from './testing/aProvider';
import { browsers, cookiesOf } from './testing/browsers';

const ADA = {
  id: '01ada',
  entityRef: 'user:default/01ada',
} as Partial<PersonContext> as PersonContext;

const provider = new TestProvider();
const admit = jest.fn<Promise<PersonContext | undefined>, [SignInClaims]>();
const endSessions = jest.fn<Promise<void>, [PersonContext]>();
const people = {
  byEntityRef: (ref: string) => (ref === ADA.entityRef ? ADA : undefined),
  endSessions,
};
let backend: TestBackend;

const { signIn, renew } = browsers({ backend: () => backend, provider });

beforeAll(async () => {
  await provider.start();
  backend = await startAuthBackend({ issuer: provider.issuer, admit, people });
});
afterAll(async () => {
  await backend.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.be({});
  provider.available = true;
  provider.pretends = undefined;
  provider.granted = 0;
  provider.refreshToken = 'refresh';
  admit.mockReset();
  admit.mockResolvedValue(ADA);
  endSessions.mockReset();
  endSessions.mockResolvedValue(undefined);
});

test('lets a registered person in, as their register record and no more', async () => {
  const { answer } = await signIn();
  expect(answer.error).toBeUndefined();
  expect(admit).toHaveBeenCalledWith({
    issuer: provider.issuer,
    subject: 'ada',
    email: 'ada@hub.example',
    emailVerified: true,
  });
  expect(answer.response?.backstageIdentity?.identity).toMatchObject({
    userEntityRef: ADA.entityRef,
    ownershipEntityRefs: [ADA.entityRef],
  });
});

test('hands the page no token of the provider, at the sign-in and whenever it is renewed', async () => {
  provider.refreshToken = 'SECRET-refresh';
  const { answer, cookies } = await signIn();
  const renewed = await renew(cookies);
  expect(renewed.status).toBe(200);
  expect(provider.given.length).toBeGreaterThan(3);
  for (const body of [answer.response, renewed.body]) {
    expect(body).toMatchObject({
      backstageIdentity: { token: expect.any(String) },
      providerInfo: { accessToken: '', expiresInSeconds: expect.any(Number) },
    });
    expect(body.providerInfo).not.toHaveProperty('idToken');
    for (const token of provider.given) {
      expect(JSON.stringify(body)).not.toContain(token);
    }
  }
});

test('tells everyone it turns away the same', async () => {
  admit.mockResolvedValue(undefined);
  const { answer } = await signIn();
  expect(answer.response).toBeUndefined();
  expect(answer.error).toEqual({
    name: 'NotAllowedError',
    message: NOT_REGISTERED,
  });
});

test('says nothing of the database when it is away', async () => {
  admit.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1:5432'));
  const { answer } = await signIn();
  expect(answer.response).toBeUndefined();
  expect(answer.error?.message).toMatch(/not available for a moment/);
});

test.each<[string, Partial<ProviderMood>]>([
  ['another issuer', { token: { iss: 'https://evil.example' } }],
  ['its issuer with a slash', { token: { iss: 'SLASH' } }],
  ['another audience', { token: { aud: 'another-client' } }],
  [
    'several audiences for another party',
    { token: { aud: ['hub', 'x'], azp: 'x' } },
  ],
  ['another nonce', { token: { nonce: 'replayed' } }],
  ['no nonce', { token: { nonce: undefined } }],
  ['no algorithm', { algorithm: 'none' }],
  ['another algorithm', { algorithm: 'HS256' }],
  ['a key that is not its own', { foreignKey: true }],
  ['an expired token', { token: { exp: 1_000 } }],
  ['no ID token', { withoutIdToken: true }],
  ['somebody else in userinfo', { userinfo: { sub: 'eve' } }],
  ['no subject', { token: { sub: undefined }, userinfo: { sub: undefined } }],
  [
    'another address in the token',
    { token: { email: 'eve@hub.example', email_verified: true } },
  ],
])('refuses a provider with %s', async (_what, mood) => {
  if (mood.token?.iss === 'SLASH') mood.token.iss = `${provider.issuer}/`;
  provider.be(mood);
  const { answer } = await signIn();
  expect(answer.response).toBeUndefined();
  expect(answer.error).toBeDefined();
  expect(provider.granted).toBe(1);
  expect(admit).not.toHaveBeenCalled();
});

test.each([[false], ['true'], [1], [undefined]])(
  'takes email_verified %p for unverified',
  async verified => {
    provider.be({ userinfo: { email_verified: verified } });
    await signIn();
    expect(admit).toHaveBeenCalledWith(
      expect.objectContaining({ emailVerified: false }),
    );
  },
);

test('refuses an answer that was meant for another browser or attempt', async () => {
  const tries = [
    // Another attempt's state in this browser.
    await signIn(back => ({
      ...back,
      state: encodeOAuthState({ nonce: 'x', env: 'development' }),
    })),
    // This attempt's address opened in a browser without its cookies.
    await signIn(({ state }) => ({ state, cookies: ['browser=other'] })),
    // With the nonce's cookie but another session: no state, no PKCE verifier.
    await signIn(({ state, cookies }) => ({
      state,
      cookies: ['browser=other', ...cookies.slice(1)],
    })),
  ];
  for (const { answer } of tries) {
    expect(answer.response).toBeUndefined();
    expect(answer.error).toBeDefined();
  }
  expect(provider.granted).toBe(0);
  expect(admit).not.toHaveBeenCalled();
});

test('a code works once: the same answer again is refused', async () => {
  let again: { state: string; cookies: string[] } | undefined;
  await signIn(back => {
    again = back;
    return back;
  });
  expect(provider.granted).toBe(1);
  const replay = await request(backend.server)
    .get('/api/auth/oidc/handler/frame')
    .query({ code: 'code', state: again?.state })
    .set('cookie', (again?.cookies ?? []).join('; '));
  expect(decodeURIComponent(replay.text)).not.toContain('backstageIdentity');
  expect(provider.granted).toBe(1);
});

describe('at each refresh of the session', () => {
  test('the register is asked again', async () => {
    const { cookies } = await signIn();
    expect((await renew(cookies)).status).toBe(200);
    admit.mockResolvedValue(undefined);
    const ended = await renew(cookies);
    expect(ended.status).toBe(401);
    expect(JSON.stringify(ended.body)).not.toContain('backstageIdentity');
  });

  test.each<[string, Partial<ProviderMood>]>([
    ['somebody else in userinfo', { userinfo: { sub: 'eve' } }],
    ['no ID token', { withoutIdToken: true }],
    ['another issuer', { token: { iss: 'https://evil.example' } }],
  ])('a provider with %s is refused', async (_what, mood) => {
    const { cookies } = await signIn();
    admit.mockClear();
    provider.be(mood);
    expect((await renew(cookies)).status).toBe(401);
    expect(admit).not.toHaveBeenCalled();
  });
});

test('a crafted link does not lead out of the hub', async () => {
  const state = encodeOAuthState({
    nonce: 'x',
    env: 'development',
    flow: 'redirect',
    redirectUrl: 'https://evil.example/',
  });
  const crafted = await request(backend.server)
    .get('/api/auth/oidc/handler/frame')
    .query({ state, env: 'development' });
  expect(crafted.headers.location).toBeUndefined();
  expect(crafted.status).toBe(403);
  const started = await request(backend.server)
    .get('/api/auth/oidc/start')
    .query({
      env: 'development',
      flow: 'redirect',
      redirectUrl: '//evil.example',
    });
  expect(started.status).toBe(403);
});

test('a provider that was away is asked again at the next sign-in', async () => {
  provider.available = false;
  const late = await startAuthBackend({ issuer: provider.issuer, admit });
  try {
    const start = () =>
      request(late.server).get('/api/auth/oidc/start?env=development');
    expect((await start()).status).toBeGreaterThanOrEqual(500);
    provider.available = true;
    expect((await start()).status).toBe(302);
  } finally {
    await late.stop();
  }
});

describe('a provider whose metadata names another issuer', () => {
  it.each([['https://evil.example'], ['SLASH']])(
    'stops the start: %s',
    async other => {
      provider.pretends = other === 'SLASH' ? `${provider.issuer}/` : other;
      await expect(
        startAuthBackend({ issuer: provider.issuer, admit }),
      ).rejects.toThrow(/another issuer/);
    },
  );

  it('is refused at a sign-in, where it was away at the start', async () => {
    provider.available = false;
    const late = await startAuthBackend({ issuer: provider.issuer, admit });
    try {
      const start = () =>
        request(late.server).get('/api/auth/oidc/start?env=development');
      provider.available = true;
      provider.pretends = 'https://evil.example';
      expect((await start()).status).toBeGreaterThanOrEqual(500);
      provider.pretends = undefined;
      expect((await start()).status).toBe(302);
    } finally {
      await late.stop();
    }
  });
});

test.each([['cross-site'], ['same-site'], ['none'], ['']])(
  'a link from elsewhere (%p) leads to the page with the button and begins nothing',
  async site => {
    const start = () =>
      request(backend.server).get(
        '/api/auth/oidc/start?env=development&flow=redirect',
      );
    const foreign = await start().set('sec-fetch-site', site);
    expect(foreign.status).toBe(303);
    expect(foreign.headers.location).toBe(APP_URL);
    expect(foreign.headers['set-cookie']).toBeUndefined();
    const own = await start().set('sec-fetch-site', 'same-origin');
    expect(own.status).toBe(302);
    expect(own.headers.location).toContain(provider.issuer);
  },
);

test('sign-ins begin only so often from an address; links from elsewhere use none of it', async () => {
  const braked = await startAuthBackend({
    issuer: provider.issuer,
    admit,
    limits: { signInsPerAddressPerMinute: 2 },
  });
  try {
    const start = (site: string) =>
      request(braked.server)
        .get('/api/auth/oidc/start?env=development')
        .set('sec-fetch-site', site);
    const statuses = [];
    for (const site of ['cross-site', 'none', 'cross-site', 'same-origin'])
      statuses.push((await start(site)).status);
    statuses.push((await start('same-origin')).status);
    expect(statuses).toEqual([303, 303, 303, 302, 302]);
    const late = await start('same-origin');
    expect(late.status).toBe(429);
    expect(late.headers['set-cookie']).toBeUndefined();
  } finally {
    await braked.stop();
  }
});

describe('a session that was begun before its person signed out', () => {
  test('is not renewed with a copy of its cookie, and a new one is', async () => {
    const { cookies } = await signIn();
    expect((await renew(cookies)).status).toBe(200);
    const sessionsEndedAt = Date.now();
    admit.mockResolvedValue({ ...ADA, sessionsEndedAt });
    const ended = await renew(cookies);
    expect(ended.status).toBe(401);
    expect(JSON.stringify(ended.body)).not.toContain('backstageIdentity');
    const again = await signIn();
    expect(again.answer.error).toBeUndefined();
    expect((await renew(again.cookies)).status).toBe(200);
  });

  test('cannot be made younger, nor is the provider asked', async () => {
    const { cookies } = await signIn();
    const granted = provider.granted;
    const forged = cookies.map(cookie =>
      cookie.replace(/^(oidc-refresh-token=)\d+/, `$1${Date.now() + 60_000}`),
    );
    expect(forged).not.toEqual(cookies);
    expect((await renew(forged)).status).toBe(401);
    expect(
      (await renew([...cookies.slice(0, 1), 'oidc-refresh-token=refresh']))
        .status,
    ).toBe(401);
    expect(provider.granted).toBe(granted);
  });

  test('stays as old as it was when the provider changes its token', async () => {
    const { cookies } = await signIn();
    const beganAt = beganOf(cookies);
    provider.refreshToken = 'another';
    const renewed = cookiesOf(await renew(cookies));
    expect(beganOf(renewed)).toBe(beganAt);
    expect(renewed.join()).toMatch(/\.another$/);
  });

  const beganOf = (cookies: readonly string[]) =>
    /oidc-refresh-token=(\d+)\./.exec(cookies.join('; '))?.[1] ?? 'none';
});

describe('signing out', () => {
  const ours = { 'x-requested-with': 'XMLHttpRequest' };
  const ada = { authorization: mockCredentials.user.header(ADA.entityRef) };
  const leave = (cookies: string[], headers: Record<string, string>) =>
    request(backend.server)
      .post('/api/auth/oidc/logout?env=development')
      .set({ ...headers, cookie: cookies.join('; ') });
  const emptied = (answer: request.Response) =>
    String(answer.headers['set-cookie']).includes('oidc-refresh-token=;');

  test('ends the tokens of the person and the cookie in one request', async () => {
    const { cookies } = await signIn();
    const answer = await leave(cookies, { ...ours, ...ada });
    expect(answer.status).toBe(200);
    expect(emptied(answer)).toBe(true);
    expect(endSessions.mock.calls).toEqual([[ADA]]);
  });

  test.each<[string, Record<string, string>]>([
    ['no token', {}],
    [
      'a token that counts no more',
      { authorization: mockCredentials.user.invalidHeader() },
    ],
    [
      'a token of somebody who left',
      { authorization: mockCredentials.user.header('user:default/gone') },
    ],
  ])('with %s only the cookie ends', async (_, headers) => {
    const { cookies } = await signIn();
    const answer = await leave(cookies, { ...ours, ...headers });
    expect(answer.status).toBe(200);
    expect(emptied(answer)).toBe(true);
    expect(endSessions).not.toHaveBeenCalled();
  });

  test('a foreign page ends nothing', async () => {
    const { cookies } = await signIn();
    expect((await leave(cookies, ada)).status).toBe(401);
    expect(endSessions).not.toHaveBeenCalled();
  });

  test('nobody is told that they are out while it cannot be noted', async () => {
    endSessions.mockRejectedValue(new Error('connect ECONNREFUSED'));
    const { cookies } = await signIn();
    const answer = await leave(cookies, { ...ours, ...ada });
    expect(answer.status).toBe(500);
  });

  test('whoever signs in again at once gets a token that counts', async () => {
    const sessionsEndedAt = Date.now();
    admit.mockResolvedValue({ ...ADA, sessionsEndedAt });
    await signIn();
    // The token's whole second is after the one of the moment.
    expect(Math.floor(Date.now() / 1000)).toBeGreaterThan(
      Math.floor(sessionsEndedAt / 1000),
    );
  });
});
