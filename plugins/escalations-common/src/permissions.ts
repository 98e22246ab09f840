import { createPermission } from '@backstage/plugin-permission-common';

/** The kind of record that {@link escalationReadPermission} is about. */
export const RESOURCE_TYPE_ESCALATION = 'escalation';

const basic = (name: string, action: 'create' | 'read' | 'update') =>
  createPermission({ name, attributes: { action } });

/** The door to the pages of complex cases. */
export const escalationsUsePermission = basic('escalations.use', 'read');
/** Writing an escalation and bringing it to the Hub. */
export const escalationsRaisePermission = basic('escalations.raise', 'create');
/** The desk: seeing the board and taking cases on. */
export const escalationsDeskPermission = basic('escalations.desk', 'update');
/** Deciding at the level of the Hub Manager. */
export const escalationsManagePermission = basic(
  'escalations.manage',
  'update',
);
/** Going on without the survivor's consent to discuss, with a reason. */
export const escalationsOverrideConsentPermission = basic(
  'escalations.override-consent',
  'update',
);
/** Opening a conflicted record with a reason. */
export const escalationsBreakGlassPermission = basic(
  'escalations.break-glass',
  'update',
);
/** Retention: hold, review and destruction. */
export const escalationsRetentionPermission = basic(
  'escalations.retention',
  'update',
);

/** Which escalations a person may see. */
export const escalationReadPermission = createPermission({
  name: 'escalations.escalation.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ESCALATION,
});
/** Which escalations a person may work on. */
export const escalationWorkPermission = createPermission({
  name: 'escalations.escalation.work',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ESCALATION,
});

/** All permissions of complex cases. */
export const escalationsPermissions = [
  escalationsUsePermission,
  escalationsRaisePermission,
  escalationsDeskPermission,
  escalationsManagePermission,
  escalationsOverrideConsentPermission,
  escalationsBreakGlassPermission,
  escalationsRetentionPermission,
  escalationReadPermission,
  escalationWorkPermission,
];
