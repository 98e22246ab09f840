import type { CasesForQueries } from '@imsa-hub/advice-node';
import { escalationsRaisePermission } from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../EscalationContext';

/** What complex cases answer to the advice line. */
export function createCasesForQueries(
  context: EscalationContext,
): CasesForQueries {
  const { hub, store, sight } = context;
  return {
    mayRaise: person => hub.permissions.may(person, escalationsRaisePermission),
    async see({ person, caseId }) {
      const row = await store.load({
        knex: hub.database,
        where: { 'escalation.id': caseId },
        filter: builder => sight.filterReadable(person, builder),
      });
      return row && { id: row.id, reference: row.reference };
    },
  };
}
