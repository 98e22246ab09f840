import type { Work } from '../work/UnitOfWork';
import { entryType } from '../service/hubService';
import type { KeptRecords, KeptRow } from './KeptRecords';
import type { RetentionSteps } from './RetentionSteps';

/**
 * The end of a record's content: its key is destroyed, and with it everything
 * that was written. Rows with words from fixed lists stay, for the counts.
 */
export class Destruction<Row extends KeptRow> {
  constructor(
    private readonly kept: KeptRecords<Row>,
    private readonly steps: RetentionSteps<Row>,
  ) {}

  /** Destroys a record that is locked by this work. */
  async destroy(input: {
    work: Work;
    row: Row;
    /** Who decided; nobody where the period ended by itself. */
    byId?: string;
    reason?: string;
    /** What the history says. */
    summary: string;
  }): Promise<void> {
    const { work, row, byId } = input;
    const { kept } = this;
    const { trx } = work;
    const ended = await kept.endWith({ work, row });
    for (const caseId of [row.id, ...ended.keys]) {
      await kept.hub.sealing.destroyCase({ trx, caseId });
    }
    await this.steps.add({
      work,
      id: row.id,
      step: 'destroyed',
      byId,
      reason: input.reason,
    });
    const after = {
      ...ended.patch,
      destroyed_at: new Date(work.now),
      destruction_asked_by: null,
      destruction_asked_at: null,
      version: row.version + 1,
    };
    await trx.table(kept.table).where({ id: row.id }).update(after);
    await kept.addEntry({ work, id: row.id, byId, summary: input.summary });
    work.record({
      type: entryType(kept.hub, 'destroyed'),
      subject: kept.subjectOf(row.id),
      before: { version: row.version },
      after,
      why: byId ? 'decided, with a reason' : 'the end of retention',
    });
  }
}
