import type { KeptRecords } from '@imsa-hub/core-node';
import { escalationsRetentionPermission } from '@imsa-hub/escalations-common';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';

/** What stands in place of the IMSA's own reference. */
const NO_REFERENCE = 'destroyed';

/** Complex cases, as records that are kept for a time once they have ended. */
export function keptCases(
  context: EscalationContext,
): KeptRecords<EscalationDbRow> {
  const { hub, sight, store, retentionMonths, retentionReviewDays } = context;
  return {
    hub,
    retentionMonths,
    retentionReviewDays,
    noun: 'case',
    table: 'escalation',
    key: 'escalation_id',
    columns: BOARD_COLUMNS,
    sight,
    door: escalationsRetentionPermission,
    alsoCalled: row => row.case_reference,
    subjectOf,
    addEntry: step => store.addStep(step),
    async endWith({ work, row }) {
      // A draft that was to mend it says the same again, under its own key.
      const drafts: Array<{ id: string }> = await work.trx
        .table('draft')
        .where({ escalation_id: row.id })
        .delete()
        .returning('id');
      return {
        patch: { case_reference: NO_REFERENCE },
        keys: drafts.map(({ id }) => id),
      };
    },
  };
}
