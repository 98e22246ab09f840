import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import { inProcessPermissions } from './permissions';

const ask = createPermission({ name: 'advice.ask', attributes: {} });
const manage = createPermission({ name: 'network.manage', attributes: {} });
const read = createPermission({
  name: 'advice.query.read',
  attributes: { action: 'read' },
  resourceType: 'advice-query',
});

const remote = mockServices.permissions.mock({
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
});
const permissions = inProcessPermissions({
  auth: mockServices.auth(),
  policy: new HubPolicyImplementation(),
  people: {
    byEntityRef: ref =>
      ref === 'user:default/ada'
        ? ({
            id: 'ada',
            roles: ['imsa'],
            organisationIds: ['north'],
          } as Partial<PersonContext> as PersonContext)
        : undefined,
  } as Partial<PeopleDirectory> as PeopleDirectory,
  remote,
});
const ada = mockCredentials.user('user:default/ada');
const results = async (
  credentials: BackstageCredentials,
  ...requests: Parameters<typeof permissions.authorize>[0]
) =>
  (await permissions.authorize(requests, { credentials })).map(
    ({ result }) => result,
  );

beforeEach(() => remote.authorize.mockClear());

test('the policy answers for people, in this process', async () => {
  expect(
    await results(ada, { permission: ask }, { permission: manage }),
  ).toEqual(['ALLOW', 'DENY']);
  expect(remote.authorize).not.toHaveBeenCalled();
});

test('nobody and strangers are refused', async () => {
  for (const credentials of [
    mockCredentials.none(),
    mockCredentials.user('user:default/eve'),
  ]) {
    expect(await results(credentials, { permission: ask })).toEqual(['DENY']);
    expect(
      await permissions.authorizeConditional([{ permission: read }], {
        credentials,
      }),
    ).toEqual([{ result: 'DENY' }]);
  }
});

test('conditions are handed on, and a record is asked for elsewhere', async () => {
  const [decision] = await permissions.authorizeConditional(
    [{ permission: read }],
    { credentials: ada },
  );
  expect(decision).toMatchObject({
    result: 'CONDITIONAL',
    conditions: { anyOf: [{ rule: 'RAISED_BY', params: { personId: 'ada' } }] },
  });
  expect(await results(ada, { permission: read, resourceRef: 'q1' })).toEqual([
    'ALLOW',
  ]);
  expect(remote.authorize).toHaveBeenCalledTimes(1);
});

test('services are answered as Backstage does', async () => {
  await results(mockCredentials.service('plugin:catalog'), { permission: ask });
  expect(remote.authorize).toHaveBeenCalledTimes(1);
});
