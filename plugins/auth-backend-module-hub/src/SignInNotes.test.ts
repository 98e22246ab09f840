import type { TestBackend } from '@backstage/backend-test-utils';
import { encodeOAuthState } from '@backstage/plugin-auth-node';
import type {
  IdentityBinder,
  PersonContext,
  SignInClaims,
} from '@imsa-hub/network-node';
import request from 'supertest';
import { NOT_REGISTERED } from './createHubSignInResolver';
import { startAuthBackend } from './testing/anAuthBackend';
import { TestProvider, type ProviderMood } from './testing/aProvider';
import { browsers } from './testing/browsers';

const ADA = {
  id: '01ada',
  entityRef: 'user:default/01ada',
} as Partial<PersonContext> as PersonContext;

const provider = new TestProvider();
let backend: TestBackend;
const { signIn, renew } = browsers({ backend: () => backend, provider });
const admit = jest.fn<Promise<PersonContext | undefined>, [SignInClaims]>();
type SignInNote = Parameters<IdentityBinder['noteSignIn']>[0];
type RefusalNote = Parameters<IdentityBinder['noteRefusedSignIn']>[0];
const noteSignIn = jest.fn<Promise<void>, [SignInNote]>();
const noteRefusedSignIn = jest.fn<Promise<void>, [RefusalNote]>();

beforeAll(async () => {
  await provider.start();
  backend = await startAuthBackend({
    issuer: provider.issuer,
    admit,
    binder: { noteSignIn, noteRefusedSignIn },
  });
});
afterAll(async () => {
  await backend.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.be({});
  admit.mockReset();
  admit.mockResolvedValue(ADA);
  noteSignIn.mockReset();
  noteSignIn.mockResolvedValue(undefined);
  noteRefusedSignIn.mockReset();
  noteRefusedSignIn.mockResolvedValue(undefined);
});

describe('the ledger', () => {
  const AT_HOME = /127\.0\.0\.1|::1/;

  test('has each sign-in, from where, before it counts; and no refresh', async () => {
    const { cookies } = await signIn();
    expect(noteSignIn).toHaveBeenCalledTimes(1);
    const note = noteSignIn.mock.calls[0]?.[0];
    expect(note?.person).toBe(ADA);
    expect(note?.from.ip).toMatch(AT_HOME);
    await renew(cookies).expect(200);
    expect(noteSignIn).toHaveBeenCalledTimes(1);
    expect(noteRefusedSignIn).not.toHaveBeenCalled();
  });

  test('lets nobody in whom it cannot have', async () => {
    noteSignIn.mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1'));
    const { answer } = await signIn();
    expect(answer.response).toBeUndefined();
    expect(answer.error?.message).toMatch(/not available for a moment/);
    expect(noteRefusedSignIn).not.toHaveBeenCalled();
  });

  const whys = () => noteRefusedSignIn.mock.calls.map(([{ why }]) => why);

  test('has who was refused by what they are, and the answer is the same', async () => {
    admit.mockResolvedValue(undefined);
    const { answer } = await signIn();
    expect(answer.error?.message).toBe(NOT_REGISTERED);
    expect(whys()).toEqual(['nobody who may come in']);
    expect(noteRefusedSignIn.mock.calls[0]?.[0].from?.ip).toMatch(AT_HOME);
    expect(noteSignIn).not.toHaveBeenCalled();
  });

  test.each<[string, Partial<ProviderMood>]>([
    ['another issuer', { token: { iss: 'https://evil.example' } }],
    ['somebody else in userinfo', { userinfo: { sub: 'eve' } }],
    ['no ID token', { withoutIdToken: true }],
  ])('has an answer with %s, once', async (_, mood) => {
    provider.be(mood);
    await signIn();
    expect(whys()).toEqual(['the answer of the provider does not hold']);
  });

  test('has an answer that belongs to another browser, and a crafted one', async () => {
    await signIn(({ state }) => ({ state, cookies: ['browser=other'] }));
    const state = encodeOAuthState({
      nonce: 'x',
      env: 'development',
      flow: 'redirect',
      redirectUrl: 'https://evil.example/',
    });
    await request(backend.server)
      .get('/api/auth/oidc/handler/frame')
      .query({ state, env: 'development' })
      .expect(403);
    expect(whys()).toEqual([
      'not begun in this browser',
      'not begun in this browser',
    ]);
  });

  test('keeps nobody waiting who is refused while it cannot be written', async () => {
    admit.mockResolvedValue(undefined);
    noteRefusedSignIn.mockRejectedValue(new Error('connect ECONNREFUSED'));
    const { answer } = await signIn();
    expect(answer.error?.message).toBe(NOT_REGISTERED);
  });

  test('does not grow with the tries of strangers, and has how many there were', async () => {
    const binder = {
      noteSignIn: async () => undefined,
      noteRefusedSignIn: jest.fn<Promise<void>, [RefusalNote]>(
        async () => undefined,
      ),
    };
    const tried = await startAuthBackend({
      issuer: provider.issuer,
      admit,
      binder,
    });
    const notes = binder.noteRefusedSignIn.mock.calls;
    try {
      for (let tries = 0; tries < 50; tries += 1)
        await request(tried.server).get('/api/auth/oidc/handler/frame');
      expect(notes).toHaveLength(20);
    } finally {
      await tried.stop();
    }
    expect(notes.slice(20)).toEqual([[{ why: '30 more tries' }]]);
  });
});
