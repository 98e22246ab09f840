import type { TestBackend } from '@backstage/backend-test-utils';
import type { PersonContext } from '@imsa-hub/network-node';
import request from 'supertest';
import { startAuthBackend } from './testing/anAuthBackend';
import { TestProvider } from './testing/aProvider';
import { browsers, cookiesOf, type Answer } from './testing/browsers';

const ADA = {
  id: '01ada',
  entityRef: 'user:default/01ada',
} as Partial<PersonContext> as PersonContext;

const provider = new TestProvider();
let backend: TestBackend;
const { signIn, renew } = browsers({ backend: () => backend, provider });

beforeAll(async () => {
  await provider.start();
  backend = await startAuthBackend({
    issuer: provider.issuer,
    admit: async () => ADA,
  });
});
afterAll(async () => {
  await backend.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.be({});
  provider.granted = 0;
  provider.refreshToken = 'refresh';
});

describe('when somebody signed in', () => {
  const claimsOf = (token = '') =>
    JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    ) as { auth_time: number };
  const momentIn = (answer: Answer) =>
    claimsOf(answer.response?.backstageIdentity?.token).auth_time;
  const now = () => Math.floor(Date.now() / 1000);

  test('travels in the token and stays as it was at each refresh', async () => {
    const before = now();
    const { answer, cookies } = await signIn();
    const moment = momentIn(answer);
    expect(moment).toBeGreaterThanOrEqual(before);
    expect(moment).toBeLessThanOrEqual(now());
    await new Promise(done => setTimeout(done, 1_100));
    provider.refreshToken = 'another';
    const first = await renew(cookies);
    expect(momentIn({ response: first.body })).toBe(moment);
    const second = await renew([...cookies.slice(0, 1), ...cookiesOf(first)]);
    expect(momentIn({ response: second.body })).toBe(moment);
  });

  test('is what the provider says of it, where it knew the browser', async () => {
    const anHourAgo = now() - 3_600;
    provider.be({ token: { auth_time: anHourAgo } });
    const { answer, cookies } = await signIn();
    expect(momentIn(answer)).toBe(anHourAgo);
    // What it says at a refresh is no sign-in.
    provider.be({ token: { auth_time: now() } });
    expect(momentIn({ response: (await renew(cookies)).body })).toBe(anHourAgo);
  });

  test('is never to come', async () => {
    provider.be({ token: { auth_time: now() + 3_600 } });
    const { answer } = await signIn();
    expect(momentIn(answer)).toBeLessThanOrEqual(now());
  });

  test('the provider is told to ask where the page wants it, and not else', async () => {
    const asked = async (query: object) => {
      const start = await request(backend.server)
        .get('/api/auth/oidc/start')
        .query({ env: 'development', ...query });
      const { searchParams } = new URL(String(start.headers.location));
      return [searchParams.get('prompt'), searchParams.get('max_age')];
    };
    expect(await asked({ again: 'true' })).toEqual(['login', '0']);
    expect(await asked({})).toEqual([null, null]);
  });
});

describe('a session that nobody has ended', () => {
  const MINUTE = 60_000;
  const later = (minutes: number) => {
    const from = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(from + minutes * MINUTE);
    // A provider's tokens are good for a while after they were made.
    provider.be({
      token: {
        iat: Math.floor(from / 1000) + minutes * 60,
        exp: Math.floor(from / 1000) + minutes * 60 + 300,
      },
    });
  };
  afterEach(() => jest.restoreAllMocks());

  test('ends when it was not used for an hour, and the provider is not asked', async () => {
    const { cookies } = await signIn();
    const granted = provider.granted;
    later(61);
    const ended = await renew(cookies);
    expect(ended.status).toBe(401);
    expect(JSON.stringify(ended.body)).not.toContain('backstageIdentity');
    expect(provider.granted).toBe(granted);
  });

  test('goes on while it is used, and for twelve hours', async () => {
    let { cookies } = await signIn();
    const first = cookies;
    const went: number[] = [];
    for (let minutes = 0; minutes <= 720; minutes += 59) {
      const answer = await renew(cookies);
      went.push(answer.status);
      cookies = [...cookies.slice(0, 1), ...cookiesOf(answer)];
      jest.restoreAllMocks();
      later(minutes + 59);
    }
    expect(went.slice(0, 13)).toEqual(Array.from({ length: 13 }, () => 200));
    jest.restoreAllMocks();
    later(722);
    expect((await renew(cookies)).status).toBe(401);
    expect((await renew(first)).status).toBe(401);
  });
});
