import { noteArrival, takeArrival } from './arrival';
import { leaveToSignInAgain } from './leaveToSignInAgain';

const ADA = 'user:default/ada';

function leaving(options: { storeIsFull?: boolean } = {}) {
  if (options.storeIsFull) {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
  }
  const go = jest.fn<void, [string]>();
  const api = leaveToSignInAgain({
    identityApi: {
      getBackstageIdentity: async () => ({
        type: 'user' as const,
        userEntityRef: ADA,
        ownershipEntityRefs: [],
      }),
    },
    discoveryApi: {
      getBaseUrl: async plugin => `https://hub.example/api/${plugin}`,
    },
    environment: 'production',
    go,
  });
  return { api, go };
}

beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(undefined, '', '/advice/break-glass?from=queue');
});
afterEach(() => jest.restoreAllMocks());

it('leaves for a sign-in that has to be asked for, and names the way back', async () => {
  const { api, go } = leaving();
  void api.leave({ evenIfLost: false });
  await new Promise(done => setTimeout(done, 10));
  const { origin, pathname, searchParams } = new URL(
    go.mock.calls[0]?.[0] ?? '',
  );
  expect(origin + pathname).toBe('https://hub.example/api/auth/oidc/start');
  expect(Object.fromEntries(searchParams)).toEqual({
    env: 'production',
    scope: 'openid profile email offline_access',
    origin: window.location.origin,
    redirectUrl: window.location.href,
    flow: 'redirect',
    again: 'true',
  });
  expect(window.location.search).toBe('?from=queue');
});

it('stays where what was typed would be lost, unless told to go all the same', async () => {
  const { api, go } = leaving({ storeIsFull: true });
  await expect(api.leave({ evenIfLost: false })).resolves.toBe('not-kept');
  expect(go).not.toHaveBeenCalled();
  void api.leave({ evenIfLost: true });
  await new Promise(done => setTimeout(done, 10));
  expect(go).toHaveBeenCalledTimes(1);
});

it.each([
  [
    ADA,
    false,
    'You have signed in again. What you typed is still here: press the button once more.',
  ],
  [ADA, true, 'You did not sign in again. What you typed is still here.'],
  ['user:default/ben', false, undefined],
])(
  'whoever comes back is told once how they did: %s, %p',
  async (who, gaveUp, words) => {
    noteArrival(ADA, { gaveUp: false });
    expect(takeArrival()).toBeUndefined();
    void leaving().api.leave({ evenIfLost: false });
    await new Promise(done => setTimeout(done, 10));
    noteArrival(who, { gaveUp });
    expect(takeArrival()).toBe(words);
    expect(takeArrival()).toBeUndefined();
  },
);
