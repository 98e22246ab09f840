import { NotFoundError } from '@backstage/errors';
import type { HubPermissions } from '@imsa-hub/core-node';
import { networkUsePermission } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** @throws NotFoundError unless the register is open to the person at all */
export function requireUse(
  permissions: HubPermissions,
  person: PersonContext,
): void {
  if (!permissions.may(person, networkUsePermission)) throw new NotFoundError();
}
