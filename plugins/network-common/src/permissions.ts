import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The register's door: reading it at all. What a reader then sees depends on
 * the role and is decided in the query, see `readingScopeOf` of the backend.
 */
export const networkUsePermission = createPermission({
  name: 'network.use',
  attributes: { action: 'read' },
});

/** Keeping the register: people, organisations, roles, employments, imports. */
export const networkManagePermission = createPermission({
  name: 'network.manage',
  attributes: { action: 'update' },
});

/** All permissions of the register. */
export const networkPermissions = [
  networkUsePermission,
  networkManagePermission,
];
