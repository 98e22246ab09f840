import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { HubPermissions } from '@imsa-hub/core-node';
import {
  deadlinesManagePermission,
  deadlinesUsePermission,
} from '@imsa-hub/deadlines-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** @throws NotFoundError unless legal limits are open to the person at all */
export function requireUse(
  permissions: HubPermissions,
  person: PersonContext,
): void {
  if (!permissions.may(person, deadlinesUsePermission)) {
    throw new NotFoundError();
  }
}

/** @throws NotAllowedError unless the person may change rules and closed days */
export function requireManage(
  permissions: HubPermissions,
  person: PersonContext,
): void {
  if (permissions.may(person, deadlinesManagePermission)) return;
  throw new NotAllowedError(
    'Only the Hub Manager and the coordinator change rules and bank holidays. Ask them to do it.',
  );
}
