import {
  adviceQueryReadPermission,
  adviceQueryWorkPermission,
  RESOURCE_TYPE_ADVICE_QUERY,
} from '@imsa-hub/advice-common';
import {
  conflictRules,
  RecordSight,
  type ConflictFacts,
  type HubPermissions,
  type QueryFilter,
} from '@imsa-hub/core-node';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { QueryDbRow } from '../queries/QueryRow';

/** The kind of record that the advice line's rules of sight are about. */
export const adviceQueryResourceRef = createPermissionResourceRef<
  ConflictFacts,
  QueryFilter
>().with({ pluginId: 'advice', resourceType: RESOURCE_TYPE_ADVICE_QUERY });

/** The shared independence rule, on the advice line's columns. */
export const adviceQueryRules = conflictRules(adviceQueryResourceRef, {
  id: 'query.id',
  subjectOrganisation: 'query.subject_organisation_id',
  namedOrganisations: 'query.named_organisation_ids',
  raisedBy: 'query.raised_by',
  recusalTable: 'recusal',
  recusalKey: 'query_id',
  breakGlassTable: 'break_glass',
  breakGlassKey: 'query_id',
});

/** Who may see and work on which queries, in SQL and on a row in hand. */
export class QuerySight extends RecordSight<SightFacts> {
  constructor(permissions: HubPermissions) {
    super({
      permissions,
      read: adviceQueryReadPermission,
      work: adviceQueryWorkPermission,
      rules: adviceQueryRules,
      facts: row => ({
        subjectOrganisationId: row.subject_organisation_id,
        namedOrganisationIds: row.named_organisation_ids,
        raisedBy: row.raised_by,
        recusedIds: row.recused_ids,
        openedBy: row.opened_by,
      }),
    });
  }
}

/** What a row must carry to be judged. */
export type SightFacts = Pick<
  QueryDbRow,
  | 'subject_organisation_id'
  | 'named_organisation_ids'
  | 'raised_by'
  | 'recused_ids'
  | 'opened_by'
>;
