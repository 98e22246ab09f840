import type { Work } from '@imsa-hub/core-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import type { RetentionSteps } from './RetentionSteps';

/** What stands in place of the IMSA's own reference. */
const NO_REFERENCE = 'destroyed';

/**
 * The end of a case's content: its key is destroyed, and with it everything
 * that was written. Rows with words from fixed lists stay, for the counts.
 */
export class CaseDestruction {
  constructor(
    private readonly context: EscalationContext,
    private readonly steps: RetentionSteps,
  ) {}

  /** Destroys a case that is locked by this work. */
  async destroy(input: {
    work: Work;
    row: EscalationDbRow;
    /** Who decided; nobody where the period ended by itself. */
    byId?: string;
    reason?: string;
    /** What the timeline says. */
    summary: string;
  }): Promise<void> {
    const { work, row, byId } = input;
    const { hub, store } = this.context;
    const { trx } = work;
    // A draft that was to mend it says the same again, under its own key.
    const drafts: string[] = await trx
      .table('draft')
      .where({ escalation_id: row.id })
      .delete()
      .returning('id')
      .then(gone => gone.map(({ id }: { id: string }) => id));
    for (const caseId of [row.id, ...drafts]) {
      await hub.sealing.destroyCase({ trx, caseId });
    }
    await this.steps.add({
      work,
      escalationId: row.id,
      step: 'destroyed',
      byId,
      reason: input.reason,
    });
    const patch = {
      destroyed_at: new Date(work.now),
      case_reference: NO_REFERENCE,
      destruction_asked_by: null,
      destruction_asked_at: null,
    };
    await store.save({ trx, row, patch });
    await store.addEntry({
      trx,
      escalationId: row.id,
      at: work.now,
      byId,
      summary: input.summary,
    });
    work.record({
      type: 'escalations.destroyed',
      subject: subjectOf(row.id),
      before: { version: row.version },
      after: { ...patch, version: row.version + 1 },
      why: byId ? 'decided, with a reason' : 'the end of retention',
    });
  }
}
