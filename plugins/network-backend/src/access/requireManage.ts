import { NotAllowedError } from '@backstage/errors';
import type { HubPermissions } from '@imsa-hub/core-node';
import { networkManagePermission } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** @throws NotAllowedError unless the person may keep the register */
export function requireManage(
  permissions: HubPermissions,
  person: PersonContext,
): void {
  if (permissions.may(person, networkManagePermission)) return;
  throw new NotAllowedError(
    'Only the Hub Manager can change the register. Ask them to do it.',
  );
}
