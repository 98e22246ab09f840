import type { TestBackend } from '@backstage/backend-test-utils';
import type { PersonContext } from '@imsa-hub/network-node';
import request from 'supertest';
import { NOT_STRONG } from './createHubSignInResolver';
import { APP_URL, startAuthBackend } from './testing/anAuthBackend';
import { TestProvider } from './testing/aProvider';
import { browsers } from './testing/browsers';

const ADA = {
  id: '01ada',
  entityRef: 'user:default/01ada',
} as Partial<PersonContext> as PersonContext;

const provider = new TestProvider();
const admit = jest.fn(async () => ADA);
const noteRefusedSignIn = jest.fn(async () => undefined);
let backend: TestBackend;
const { signIn, renew } = browsers({ backend: () => backend, provider });

beforeAll(async () => {
  await provider.start();
  backend = await startAuthBackend({
    issuer: provider.issuer,
    admit,
    people: { byEntityRef: () => ADA },
    binder: { noteSignIn: async () => undefined, noteRefusedSignIn },
    signIn: { askFor: 'two-steps', accept: ['two-steps', 'mfa'] },
  });
});
afterAll(async () => {
  await backend.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.be({});
  admit.mockClear();
  noteRefusedSignIn.mockClear();
});

test('the provider is asked for what counts', async () => {
  const { headers } = await request(backend.server)
    .get('/api/auth/oidc/start')
    .query({ env: 'development', origin: APP_URL });
  expect(new URL(String(headers.location)).searchParams.get('acr_values')).toBe(
    'two-steps',
  );
});

test.each([
  ['by its class', { acr: 'two-steps' }],
  ['by one of its ways', { amr: ['pwd', 'mfa'] }],
])('who signed in with a second step comes in: %s', async (_, token) => {
  provider.be({ token });
  const { answer, cookies } = await signIn();
  expect(answer.response?.backstageIdentity).toBeDefined();
  // A renewal says nothing of it, and needs not.
  provider.be({ token: { acr: undefined, amr: undefined } });
  expect((await renew(cookies)).status).toBe(200);
});

test.each([
  ['nothing is said', {}],
  ['another class', { acr: 'password' }],
  ['other ways', { amr: ['pwd'] }],
  ['words that only look like it', { amr: 'mfa' }],
  ['a class in a list', { acr: ['two-steps'] }],
])('nobody comes in on %s, registered or not', async (_, token) => {
  provider.be({ token });
  const { answer } = await signIn();
  expect(answer.response).toBeUndefined();
  expect(answer.error).toEqual({
    name: 'NotAllowedError',
    message: NOT_STRONG,
  });
  expect(admit).not.toHaveBeenCalled();
  expect(noteRefusedSignIn).toHaveBeenCalledWith(
    expect.objectContaining({ why: 'not signed in strongly enough' }),
  );
});
