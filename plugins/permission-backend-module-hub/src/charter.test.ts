import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { ROLES, type Role } from '@imsa-hub/core';
import { advicePermissions } from '@imsa-hub/advice-common';
import { deadlinesPermissions } from '@imsa-hub/deadlines-common';
import { escalationsPermissions } from '@imsa-hub/escalations-common';
import { networkPermissions } from '@imsa-hub/network-common';
import { searchPermissions } from '@imsa-hub/search-common';
import type { PersonContext } from '@imsa-hub/network-node';
import { CHARTER } from './charter';
import { HubPolicyImplementation } from './HubPolicyImplementation';

const policy = new HubPolicyImplementation();
const as = (...roles: Role[]) =>
  ({
    id: 'ada',
    organisationIds: ['north'],
    roles,
  }) as Partial<PersonContext> as PersonContext;
const basic = (name: string) => createPermission({ name, attributes: {} });
const query = (verb: string) =>
  createPermission({
    name: `advice.query.${verb}`,
    attributes: {},
    resourceType: 'advice-query',
  });

const DOORS: Record<string, readonly Role[]> = {
  'advice.use': ['hub-manager', 'advice-coordinator', 'senior-imsa', 'imsa'],
  'advice.ask': ['hub-manager', 'advice-coordinator', 'senior-imsa', 'imsa'],
  'advice.log-call': ['hub-manager', 'advice-coordinator', 'senior-imsa'],
  'advice.answer': ['hub-manager', 'advice-coordinator', 'senior-imsa'],
  'advice.triage': ['hub-manager', 'advice-coordinator'],
  'advice.templates': ['hub-manager', 'advice-coordinator'],
  'advice.break-glass': ['hub-manager'],
  'advice.retention': ['hub-manager'],
  'network.use': [
    'hub-manager',
    'advice-coordinator',
    'senior-imsa',
    'imsa',
    'organisation-officer',
  ],
  'network.manage': ['hub-manager'],
  'deadlines.use': ['hub-manager', 'advice-coordinator', 'senior-imsa', 'imsa'],
  'deadlines.manage': ['hub-manager', 'advice-coordinator'],
  'network.subject-access': ['hub-manager'],
  'network.confirm-erasure': ['hub-manager', 'platform-admin'],
  'search.use': ROLES,
  'escalations.use': [
    'hub-manager',
    'advice-coordinator',
    'senior-imsa',
    'imsa',
  ],
  'escalations.raise': [
    'hub-manager',
    'advice-coordinator',
    'senior-imsa',
    'imsa',
  ],
  'escalations.desk': ['hub-manager', 'senior-imsa'],
  'escalations.manage': ['hub-manager'],
  'escalations.override-consent': ['hub-manager', 'senior-imsa'],
  'escalations.break-glass': ['hub-manager'],
  'escalations.retention': ['hub-manager'],
  'catalog.entity.create': [],
  constructor: [],
};

test.each(Object.entries(DOORS))('%s is open to %p', (name, roles) => {
  for (const role of ROLES) {
    const expected = roles.includes(role) ? 'ALLOW' : 'DENY';
    expect([role, policy.decide(as(role), basic(name)).result]).toEqual([
      role,
      expected,
    ]);
    expect(policy.doorsOf(as(role)).includes(name)).toBe(expected === 'ALLOW');
  }
});

test('every permission of the plugins is in this table, and no other', () => {
  const stated = [
    ...advicePermissions,
    ...deadlinesPermissions,
    ...escalationsPermissions,
    ...networkPermissions,
    ...searchPermissions,
  ] as Permission[];
  const names = stated.filter(item => item.type === 'basic').map(p => p.name);
  expect(names.filter(name => !(name in DOORS))).toEqual([]);
  const held = ROLES.flatMap(role => CHARTER[role].may);
  expect(held.filter(name => !names.includes(name))).toEqual([]);
});

const condition = (rule: string, params: object) => ({
  rule,
  resourceType: 'advice-query',
  params,
});
const raised = condition('RAISED_BY', { personId: 'ada' });
const independent = {
  allOf: [
    condition('NOT_CONFLICTED', {
      personId: 'ada',
      organisationIds: ['north'],
    }),
    condition('NOT_RECUSED', { personId: 'ada' }),
  ],
};
const opened = condition('GLASS_BROKEN', { personId: 'ada' });

test.each<[Role[], object[], object[]]>([
  [['hub-manager'], [raised, independent, opened], [independent, opened]],
  [['advice-coordinator'], [raised, independent], [independent]],
  [['senior-imsa'], [raised, independent], [independent]],
  [['imsa'], [raised], []],
  [['imsa', 'senior-imsa'], [raised, independent], [independent]],
  [['organisation-officer'], [], []],
  [['clinical-supervisor'], [], []],
  [['advisory-board'], [], []],
  [['meal-analyst'], [], []],
  [['platform-admin'], [], []],
  [[], [], []],
])('%p sees and works on just so much', (roles, read, work) => {
  for (const [verb, anyOf] of [
    ['read', read],
    ['work', work],
  ] as const) {
    expect(policy.decide(as(...roles), query(verb))).toEqual(
      anyOf.length === 0
        ? { result: 'DENY' }
        : {
            result: 'CONDITIONAL',
            pluginId: 'advice',
            resourceType: 'advice-query',
            conditions: { anyOf },
          },
    );
  }
});

test('unknown records are closed to everybody', () => {
  const entity = createPermission({
    name: 'catalog.entity.read',
    attributes: { action: 'read' },
    resourceType: 'catalog-entity',
  });
  for (const permission of [entity, query('toString')]) {
    expect(policy.decide(as(...ROLES), permission)).toEqual({ result: 'DENY' });
  }
});
