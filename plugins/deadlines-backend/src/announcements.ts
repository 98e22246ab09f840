import type { AnnouncementSpec, HubPermissions } from '@imsa-hub/core-node';
import { deadlinesUsePermission } from '@imsa-hub/deadlines-common';

/** Open pages hear that something changed; nobody is sent a notice. */
export function deadlinesAnnouncement(
  permissions: HubPermissions,
): AnnouncementSpec {
  return {
    topic: 'deadlines',
    phrases: {},
    types: [
      'deadlines.rule-ended',
      'deadlines.rule-started',
      'deadlines.rule-reviewed',
      'deadlines.closed-day-added',
      'deadlines.closed-day-removed',
    ],
    audience: async () => person =>
      permissions.may(person, deadlinesUsePermission),
  };
}
