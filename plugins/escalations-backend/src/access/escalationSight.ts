import {
  escalationReadPermission,
  escalationWorkPermission,
  RESOURCE_TYPE_ESCALATION,
} from '@imsa-hub/escalations-common';
import {
  conflictRules,
  RecordSight,
  type ConflictFacts,
  type HubPermissions,
  type QueryFilter,
} from '@imsa-hub/core-node';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { EscalationDbRow } from '../escalations/EscalationRow';

/** The kind of record that the rules of sight are about. */
export const escalationResourceRef = createPermissionResourceRef<
  ConflictFacts,
  QueryFilter
>().with({
  pluginId: 'escalations',
  resourceType: RESOURCE_TYPE_ESCALATION,
});

/** The shared independence rule, on the columns of complex cases. */
export const escalationRules = conflictRules(escalationResourceRef, {
  id: 'escalation.id',
  subjectOrganisation: 'escalation.subject_organisation_id',
  raisedBy: 'escalation.raised_by',
  recusalTable: 'recusal',
  recusalKey: 'escalation_id',
  breakGlassTable: 'break_glass',
  breakGlassKey: 'escalation_id',
  participantTable: 'participant',
  participantKey: 'escalation_id',
});

/** What a row must carry to be judged. */
export type SightFacts = Pick<
  EscalationDbRow,
  | 'subject_organisation_id'
  | 'raised_by'
  | 'recused_ids'
  | 'opened_by'
  | 'part_ids'
>;

export type EscalationSight = RecordSight<SightFacts>;

/** Who may see and work on which cases. */
export function createEscalationSight(
  permissions: HubPermissions,
): EscalationSight {
  return new RecordSight<SightFacts>({
    permissions,
    read: escalationReadPermission,
    work: escalationWorkPermission,
    rules: escalationRules,
    facts: row => ({
      subjectOrganisationId: row.subject_organisation_id,
      raisedBy: row.raised_by,
      recusedIds: row.recused_ids,
      openedBy: row.opened_by,
      partIds: row.part_ids,
    }),
  });
}
