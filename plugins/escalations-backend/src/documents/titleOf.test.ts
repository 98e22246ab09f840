import type { Role } from '@imsa-hub/core';
import { testPeople } from '@imsa-hub/testing';
import { titleOf } from './titleOf';

it.each([
  [['imsa'], 'accredited', 'Independent Modern Slavery Advocate'],
  [['imsa'], 'trainee', 'Independent Modern Slavery Advocate in training'],
  [['senior-imsa'], 'accredited', 'Senior Independent Modern Slavery Advocate'],
  [
    ['imsa', 'senior-imsa'],
    'trainee',
    'Independent Modern Slavery Advocate in training',
  ],
  [
    ['hub-manager', 'senior-imsa'],
    'accredited',
    'Senior Independent Modern Slavery Advocate',
  ],
  [['hub-manager'], 'not-an-imsa', 'Hub Manager'],
  [
    ['advice-coordinator'],
    'not-an-imsa',
    'Advice and Intervention Coordinator',
  ],
  [[], 'accredited', ''],
] as const)('of %j, %s, is “%s”', (roles, training, title) => {
  const person = testPeople().person('imsa');
  expect(
    titleOf({ ...person, roles: roles as readonly Role[], training }),
  ).toBe(title);
});

it('of somebody who left is nothing', () => {
  expect(titleOf(undefined)).toBe('');
});
