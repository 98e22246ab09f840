import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';
import { ROLE_NAMES, ROLES } from '@imsa-hub/core';
import type {
  OrganisationContext,
  PeopleDirectory,
  PersonContext,
} from '@imsa-hub/network-node';

const LOCATION = 'network:register';
const annotations = {
  [ANNOTATION_LOCATION]: LOCATION,
  [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
};
const apiVersion = 'backstage.io/v1alpha1';

/**
 * The register as the catalog holds it: active people as users, organisations
 * and roles as groups. Names only: the catalog is open to more readers than
 * the register is, so addresses, dates and specialisms stay out of it.
 */
export function networkEntities(
  people: Pick<PeopleDirectory, 'all' | 'organisations'>,
): Array<UserEntity | GroupEntity> {
  return [
    ...ROLES.map(roleGroup),
    ...people
      .organisations()
      .filter(organisation => organisation.current)
      .map(organisationGroup),
    ...people.all().map(user),
  ];
}

function roleGroup(role: (typeof ROLES)[number]): GroupEntity {
  return {
    apiVersion,
    kind: 'Group',
    metadata: { name: role, title: ROLE_NAMES[role], annotations },
    spec: {
      type: 'role',
      profile: { displayName: ROLE_NAMES[role] },
      children: [],
    },
  };
}

function organisationGroup(organisation: OrganisationContext): GroupEntity {
  return {
    apiVersion,
    kind: 'Group',
    metadata: {
      name: organisation.id,
      title: organisation.name,
      annotations,
    },
    spec: {
      type: 'organisation',
      profile: { displayName: organisation.name },
      children: [],
    },
  };
}

function user(person: PersonContext): UserEntity {
  return {
    apiVersion,
    kind: 'User',
    metadata: { name: person.id, title: person.displayName, annotations },
    spec: {
      profile: { displayName: person.displayName },
      memberOf: [
        ...person.roles.map(role => `group:default/${role}`),
        ...person.organisationIds.map(id => `group:default/${id}`),
      ],
    },
  };
}
