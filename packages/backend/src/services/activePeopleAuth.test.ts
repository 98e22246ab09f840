import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import { activePeopleAuth } from './activePeopleAuth';
import { VerifiedTokens } from './verifiedTokens';

const ADA = 'user:default/ada';
const HOUR = 3_600_000;

let active: boolean;
let signedOutAt: number | undefined;
let known: boolean;
let readable: boolean;
let authenticate: jest.Mock;
const tokens = () => new VerifiedTokens();
const inAnHour = (credentials: BackstageCredentials) => ({
  ...credentials,
  expiresAt: new Date(Date.now() + HOUR),
});
const authOf = (kept = tokens(), pluginId = 'network') =>
  activePeopleAuth({
    auth: mockServices.auth.mock({
      authenticate,
      isPrincipal: ((
        credentials: BackstageCredentials<{ type: string }>,
        type: string,
      ) => credentials.principal.type === type) as never,
    }),
    people: {
      byEntityRef: ref =>
        active && ref === ADA
          ? ({ id: 'ada', sessionsEndedAt: signedOutAt } as PersonContext)
          : undefined,
      all: () => (known ? [{ id: 'somebody' } as PersonContext] : []),
    } as Partial<PeopleDirectory> as PeopleDirectory,
    tokens: kept,
    pluginId,
    keysCanBeRead: async () => readable,
  });

beforeEach(() => {
  active = true;
  signedOutAt = undefined;
  known = true;
  readable = true;
  authenticate = jest.fn(async () => inAnHour(mockCredentials.user(ADA)));
});

test('a good token is verified once, in each plugin', async () => {
  const kept = tokens();
  for (const plugin of ['network', 'network', 'advice']) {
    const { principal } = (await authOf(kept, plugin).authenticate(
      'token',
    )) as BackstageCredentials<{ userEntityRef: string }>;
    expect(principal.userEntityRef).toBe(ADA);
  }
  expect(authenticate).toHaveBeenCalledTimes(2);
});

test('a person who left is refused at once, with a token verified before', async () => {
  const auth = authOf();
  await auth.authenticate('token');
  active = false;
  await expect(auth.authenticate('token')).rejects.toThrow('not active');
  active = true;
  await expect(auth.authenticate('token')).resolves.toBeDefined();
});

test('while the register cannot be read nobody is in, and nobody has to sign in again', async () => {
  active = false;
  known = false;
  await expect(authOf().authenticate('token')).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
});

test('a token that cannot be verified for want of keys is not refused', async () => {
  const refusal = new Error('Failed user token verification');
  readable = false;
  authenticate.mockRejectedValueOnce(refusal);
  await expect(authOf().authenticate('token')).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
  // They came back between the two.
  readable = true;
  authenticate.mockRejectedValueOnce(refusal);
  await expect(authOf().authenticate('token')).resolves.toBeDefined();
  authenticate.mockRejectedValue(refusal);
  await expect(authOf().authenticate('token')).rejects.toBe(refusal);
});

test('a token counts no longer than it says', async () => {
  authenticate.mockImplementation(async () => ({
    ...mockCredentials.user(ADA),
    expiresAt: new Date(Date.now() + 200),
  }));
  const auth = authOf();
  await auth.authenticate('token');
  await auth.authenticate('token');
  expect(authenticate).toHaveBeenCalledTimes(1);
  await new Promise(done => setTimeout(done, 300));
  await auth.authenticate('token');
  expect(authenticate).toHaveBeenCalledTimes(2);
});

test('what was good as a limited token is not good as a whole one', async () => {
  const auth = authOf();
  await auth.authenticate('token', { allowLimitedAccess: true });
  authenticate.mockRejectedValue(new Error('limited'));
  await expect(auth.authenticate('token')).rejects.toThrow('limited');
});

test('a bad token is never kept, nor one without an end', async () => {
  const kept = tokens();
  authenticate.mockRejectedValue(new Error('bad'));
  const auth = authOf(kept);
  await expect(auth.authenticate('token')).rejects.toThrow('bad');
  expect(kept.knows('token')).toBe(false);
  authenticate.mockResolvedValue(mockCredentials.user(ADA));
  await auth.authenticate('token');
  expect(kept.knows('token')).toBe(false);
});

describe('once somebody has signed out', () => {
  const MOMENT = Date.parse('2026-11-27T09:00:00.400Z');
  const issuedAt = (iso: string | undefined) =>
    [{ alg: 'ES256' }, iso ? { iat: Date.parse(iso) / 1000 } : {}, {}]
      .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');

  test.each([
    ['long before', issuedAt('2026-11-27T08:30:00Z')],
    ['in the same second', issuedAt('2026-11-27T09:00:00Z')],
    ['nobody knows when', issuedAt(undefined)],
    ['nobody can read when', 'token'],
  ])(
    'a token issued %s is refused, verified before or not',
    async (_, token) => {
      const auth = authOf();
      await auth.authenticate(token);
      await auth.authenticate(token, { allowLimitedAccess: true });
      signedOutAt = MOMENT;
      for (const limited of [false, true])
        await expect(
          auth.authenticate(token, { allowLimitedAccess: limited }),
        ).rejects.toMatchObject({ name: 'AuthenticationError' });
      await expect(authOf().authenticate(token)).rejects.toThrow('signed out');
    },
  );

  test('a token of the next sign-in is good', async () => {
    signedOutAt = MOMENT;
    const token = issuedAt('2026-11-27T09:00:01Z');
    await expect(authOf().authenticate(token)).resolves.toBeDefined();
  });
});
