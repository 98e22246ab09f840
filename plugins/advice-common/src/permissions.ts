import { createPermission } from '@backstage/plugin-permission-common';

/** The kind of record that {@link adviceQueryReadPermission} is about. */
export const RESOURCE_TYPE_ADVICE_QUERY = 'advice-query';

const basic = (name: string, action: 'create' | 'read' | 'update') =>
  createPermission({ name, attributes: { action } });

/** The door to the advice line's pages. */
export const adviceUsePermission = basic('advice.use', 'read');
/** Asking a question in the console. */
export const adviceAskPermission = basic('advice.ask', 'create');
/** Logging a call for somebody else. */
export const adviceLogCallPermission = basic('advice.log-call', 'create');
/** Seeing the queue, claiming and answering. */
export const adviceAnswerPermission = basic('advice.answer', 'update');
/** Setting tiers, giving queries to people, merging. */
export const adviceTriagePermission = basic('advice.triage', 'update');
/** Changing templates. */
export const adviceTemplatesPermission = basic('advice.templates', 'update');
/** Opening a conflicted record with a reason. */
export const adviceBreakGlassPermission = basic('advice.break-glass', 'update');
/** Retention: hold, review and destruction. */
export const adviceRetentionPermission = basic('advice.retention', 'update');
/** Which queries a person may see. */
export const adviceQueryReadPermission = createPermission({
  name: 'advice.query.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ADVICE_QUERY,
});

/** Which queries a person may work on, beyond what they asked themselves. */
export const adviceQueryWorkPermission = createPermission({
  name: 'advice.query.work',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ADVICE_QUERY,
});

/** All permissions of the advice line. */
export const advicePermissions = [
  adviceUsePermission,
  adviceAskPermission,
  adviceLogCallPermission,
  adviceAnswerPermission,
  adviceTriagePermission,
  adviceTemplatesPermission,
  adviceBreakGlassPermission,
  adviceRetentionPermission,
  adviceQueryReadPermission,
  adviceQueryWorkPermission,
];
