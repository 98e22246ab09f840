import {
  adviceQueryReadPermission,
  adviceQueryWorkPermission,
  RESOURCE_TYPE_ADVICE_QUERY,
} from '@imsa-hub/advice-common';
import {
  applyCriteria,
  conflictRules,
  meetsCriteria,
  type ConflictFacts,
  type HubPermissions,
  type QueryFilter,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Permission } from '@backstage/plugin-permission-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
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
  raisedBy: 'query.raised_by',
  recusalTable: 'recusal',
  recusalKey: 'query_id',
  breakGlassTable: 'break_glass',
  breakGlassKey: 'query_id',
});

/** Who may see and work on which queries, in SQL and on a row in hand. */
export class QuerySight {
  constructor(private readonly permissions: HubPermissions) {}

  /** Leaves only rows of `query` that the person may see. */
  filterReadable(person: PersonContext, builder: Knex.QueryBuilder): void {
    this.filter(person, adviceQueryReadPermission, builder);
  }

  /** Leaves only rows of `query` that the person may work on. */
  filterWorkable(person: PersonContext, builder: Knex.QueryBuilder): void {
    this.filter(person, adviceQueryWorkPermission, builder);
  }

  maySee(person: PersonContext, row: SightFacts): boolean {
    return this.meets(person, adviceQueryReadPermission, row);
  }

  mayWorkOn(person: PersonContext, row: SightFacts): boolean {
    return this.meets(person, adviceQueryWorkPermission, row);
  }

  private filter(
    person: PersonContext,
    permission: Permission,
    builder: Knex.QueryBuilder,
  ): void {
    const decision = this.permissions.decide(person, permission);
    if (decision.result === 'ALLOW') return;
    if (!('conditions' in decision)) {
      builder.whereRaw('false');
      return;
    }
    applyCriteria(builder, decision.conditions, adviceQueryRules);
  }

  private meets(
    person: PersonContext,
    permission: Permission,
    row: SightFacts,
  ): boolean {
    const decision = this.permissions.decide(person, permission);
    if (decision.result === 'ALLOW') return true;
    if (!('conditions' in decision)) return false;
    return meetsCriteria(
      {
        subjectOrganisationId: row.subject_organisation_id,
        raisedBy: row.raised_by,
        recusedIds: row.recused_ids,
        openedBy: row.opened_by,
      },
      decision.conditions,
      adviceQueryRules,
    );
  }
}

/** What a row must carry to be judged. */
export type SightFacts = Pick<
  QueryDbRow,
  'subject_organisation_id' | 'raised_by' | 'recused_ids' | 'opened_by'
>;
