import type { Me } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** Somebody as they see themselves, with the doors the policy opens to them. */
export function presentMe(
  person: PersonContext,
  more: { doors: readonly string[]; sessionIdleMinutes: number },
): Me {
  return {
    id: person.id,
    entityRef: person.entityRef,
    displayName: person.displayName,
    email: person.email,
    roles: [...person.roles],
    organisations: person.employments.map(
      ({ organisationId, organisationName, nation }) => ({
        id: organisationId,
        name: organisationName,
        nation,
      }),
    ),
    training: person.training,
    regulatedForImmigration: person.regulatedForImmigration,
    nations: [...person.nations],
    specialisms: [...person.specialisms],
    languages: [...person.languages],
    doors: [...more.doors],
    sessionIdleMinutes: more.sessionIdleMinutes,
  };
}
