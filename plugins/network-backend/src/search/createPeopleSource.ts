import { ROLE_NAMES } from '@imsa-hub/core';
import {
  networkUsePermission,
  type PersonSummary,
} from '@imsa-hub/network-common';
import type { SearchSource } from '@imsa-hub/search-node';
import type { PersonService } from '../people/PersonService';

/** People of the register, as the register's pages show them to the person. */
export function createPeopleSource(
  people: Pick<PersonService, 'find'>,
): SearchSource {
  return {
    kind: 'network-people',
    title: 'People',
    order: 30,
    door: networkUsePermission,
    async find({ person, terms, limit }) {
      const found = await people.find({ person, terms, limit });
      return found.map(summary => ({
        title: summary.displayName,
        detail: describe(summary),
        path: `/network/people/${summary.id}`,
      }));
    },
  };
}

function describe(person: PersonSummary): string {
  const roles = (person.roles ?? []).map(role =>
    role === 'imsa' && person.training === 'trainee'
      ? `${ROLE_NAMES[role]} (trainee)`
      : ROLE_NAMES[role],
  );
  const places = person.employments
    .filter(employment => employment.current)
    .map(employment => employment.organisationName);
  return [...roles, ...new Set(places)].join(' · ');
}
