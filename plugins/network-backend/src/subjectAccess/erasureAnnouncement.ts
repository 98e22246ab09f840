import type { AnnouncementSpec, HubPermissions } from '@imsa-hub/core-node';
import { networkConfirmErasurePermission } from '@imsa-hub/network-common';
import type { PeopleDirectory } from '@imsa-hub/network-node';

const KIND = 'network.erasure-asked';

/** Whoever may confirm an erasure is told that one waits; not who asked. */
export function erasureAnnouncement(options: {
  people: PeopleDirectory;
  permissions: HubPermissions;
}): AnnouncementSpec {
  const { people, permissions } = options;
  return {
    types: [KIND],
    phrases: { [KIND]: 'An erasure is waiting for a second person' },
    topic: 'network',
    notices: async entry =>
      people
        .all()
        .filter(
          person =>
            person.id !== entry.actor &&
            permissions.may(person, networkConfirmErasurePermission),
        )
        .map(person => ({
          personId: person.id,
          kind: KIND,
          path: '/erasures',
        })),
    audience: async () => person =>
      permissions.may(person, networkConfirmErasurePermission),
  };
}
