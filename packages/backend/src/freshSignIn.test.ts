import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { newId, SIGN_IN_AGAIN } from '@imsa-hub/core';
import { routeTableServiceRef, type RouteTable } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { startTestHub, type TestHub } from './testing/startTestHub';

/**
 * What weighs most, said again here: what opens, gives out or destroys what is
 * held on people against a rule, and what others sign in with or may do.
 */
const WEIGHS_MOST = [
  'post /api/advice/break-glass',
  'post /api/advice/queries/:queryId/destroy',
  'post /api/advice/queries/:queryId/hold',
  'post /api/escalations/break-glass',
  'post /api/escalations/cases/:escalationId/destroy',
  'post /api/escalations/cases/:escalationId/hold',
  'post /api/network/erasures/:erasureId/confirm',
  'post /api/network/erasures/:erasureId/decline',
  'post /api/network/imports',
  'post /api/network/people',
  'post /api/network/people/:personId/erasure',
  'post /api/network/people/:personId/hold/lift',
  'post /api/network/people/:personId/roles',
  'post /api/network/people/:personId/subject-access',
  'put /api/network/people/:personId',
];

let table: RouteTable;
const watcher = createBackendPlugin({
  pluginId: 'watcher',
  register(env) {
    env.registerInit({
      deps: { routes: routeTableServiceRef },
      async init({ routes }) {
        table = routes;
      },
    });
  },
});

let hub: TestHub;
let manager: string;
let network: Knex;

beforeAll(async () => {
  hub = await startTestHub({
    features: [watcher],
    // The tokens of these tests say nothing of when anybody signed in.
    signedIn: 'nobody knows when',
    async fill(register) {
      network = register.app;
      const northgate = await register.organisation('Northgate');
      const added = await register.active('P M', 'hub-manager', northgate);
      manager = added.personId;
    },
  });
});
afterAll(() => hub.stop());

test('a fresh sign-in is asked for by these routes and no other', () => {
  const asking = table
    .all()
    .filter(route => route.freshSignIn)
    .map(({ method, path }) => `${method} ${path}`);
  expect(asking.sort()).toEqual(WEIGHS_MOST);
});

test.each(WEIGHS_MOST)(
  '%s asks who signed in nobody knows when to sign in again, and notes it',
  async route => {
    const [method, path = ''] = route.split(' ') as ['post' | 'put', string];
    const asked = path.replace(/:\w+/g, newId());
    const answer = await hub.call(method, asked, manager, {});
    expect([answer.status, answer.body.type]).toEqual([403, SIGN_IN_AGAIN]);
    const [, , plugin = '', ...rest] = asked.split('/');
    const entries = await network
      .withSchema(plugin)
      .from('ledger_entry')
      .where({
        actor: manager,
        type: `${plugin}.refused`,
        subject: `route:${method} /${rest.join('/')}`,
      });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ why: 'the sign-in is not fresh' });
  },
);
