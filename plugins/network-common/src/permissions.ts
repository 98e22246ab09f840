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

/** Exporting what is held on somebody, and asking for its erasure. */
export const networkSubjectAccessPermission = createPermission({
  name: 'network.subject-access',
  attributes: { action: 'read' },
});

/** Confirming an erasure that somebody else asked for; shows no content. */
export const networkConfirmErasurePermission = createPermission({
  name: 'network.confirm-erasure',
  attributes: { action: 'delete' },
});

/** All permissions of the register. */
export const networkPermissions = [
  networkUsePermission,
  networkManagePermission,
  networkSubjectAccessPermission,
  networkConfirmErasurePermission,
];
