import { withTokensEnded } from './withTokensEnded';

const identity = {
  type: 'user' as const,
  userEntityRef: 'user:default/a',
  ownershipEntityRefs: [],
};

/** A sign-in and a hub that says `status`, or cannot be reached. */
function aSession(options: { token?: string; status?: number }) {
  const { token, status } = options;
  const done: string[] = [];
  const sent = jest.fn(async (_url: string, _request: RequestInit) => {
    done.push('told the hub');
    if (status === undefined) throw new TypeError('Failed to fetch');
    return { ok: status < 400 } as Response;
  });
  jest.spyOn(globalThis, 'fetch').mockImplementation(sent as never);
  const auth = withTokensEnded({
    environment: 'production',
    discoveryApi: {
      getBaseUrl: async plugin => `https://hub.example/api/${plugin}`,
    },
    auth: {
      getBackstageIdentity: async () =>
        token === undefined ? undefined : { token, identity },
      signIn: async () => undefined,
      signOut: async () => void done.push('left the page'),
      sessionState$: jest.fn(),
    },
  });
  return { auth, sent, done };
}

beforeAll(() => {
  globalThis.fetch ??= jest.fn();
});
afterEach(() => jest.restoreAllMocks());

it('sends the token along with the request that ends the session', async () => {
  const { auth, sent, done } = aSession({ token: 't', status: 200 });
  await auth.signOut();
  expect(done).toEqual(['told the hub', 'left the page']);
  const [url, request] = sent.mock.calls[0] ?? [];
  expect(url).toBe('https://hub.example/api/auth/oidc/logout?env=production');
  expect(request).toEqual({
    method: 'POST',
    credentials: 'include',
    headers: {
      'x-requested-with': 'XMLHttpRequest',
      authorization: 'Bearer t',
    },
  });
});

it.each([[500], [undefined]])(
  'leaves the page, and says so, when the hub answers %p',
  async status => {
    const { auth, done } = aSession({ token: 't', status });
    await expect(auth.signOut()).rejects.toThrow();
    expect(done).toEqual(['told the hub', 'left the page']);
  },
);

it('has nothing to tell the hub when the session is over already', async () => {
  const { auth, done } = aSession({});
  await auth.signOut();
  expect(done).toEqual(['left the page']);
});
