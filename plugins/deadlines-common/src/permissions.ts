import { createPermission } from '@backstage/plugin-permission-common';

/** Reading the rules of legal limits and the bank holidays. */
export const deadlinesUsePermission = createPermission({
  name: 'deadlines.use',
  attributes: { action: 'read' },
});

/** Keeping them: ending a rule and starting the next, closed days, reviews. */
export const deadlinesManagePermission = createPermission({
  name: 'deadlines.manage',
  attributes: { action: 'update' },
});

/** All permissions of legal limits. */
export const deadlinesPermissions = [
  deadlinesUsePermission,
  deadlinesManagePermission,
];
