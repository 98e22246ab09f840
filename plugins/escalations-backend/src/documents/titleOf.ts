import { ROLE_NAMES } from '@imsa-hub/core';
import { holdsRole, type PersonContext } from '@imsa-hub/network-node';

const ADVOCATE = 'Independent Modern Slavery Advocate';

/**
 * What somebody is, as it stands beneath their name in a letter. A trainee is
 * always shown as one, and nobody is called an advocate who is not.
 *
 * @returns nothing for somebody who holds no role now
 */
export function titleOf(person: PersonContext | undefined): string {
  if (!person) return '';
  if (holdsRole(person, 'imsa', 'senior-imsa')) {
    if (person.training === 'trainee') return `${ADVOCATE} in training`;
    return holdsRole(person, 'senior-imsa') ? `Senior ${ADVOCATE}` : ADVOCATE;
  }
  const [role] = person.roles;
  return role ? ROLE_NAMES[role] : '';
}
