import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The door to the search box. What somebody finds is decided by each source,
 * in its own query; this only says whether there is a box.
 */
export const searchUsePermission = createPermission({
  name: 'search.use',
  attributes: { action: 'read' },
});

/** All permissions of the search. */
export const searchPermissions = [searchUsePermission];
