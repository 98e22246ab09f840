import { personSubject, type HubService } from '@imsa-hub/core-node';
import type {
  SubjectErasure,
  SubjectRecordsRegistry,
} from '@imsa-hub/network-node';
import type { ErasureRow } from './subjectStore';

/** Has every plugin take away what it holds on somebody who was erased. */
export class ErasureFinisher {
  constructor(
    private readonly options: {
      hub: Pick<HubService, 'database' | 'work' | 'logger' | 'systemActor'>;
      records: SubjectRecordsRegistry;
    },
  ) {}

  /** Carries on with what was confirmed and then failed. */
  async finishAll(): Promise<void> {
    const { hub } = this.options;
    const rows: ErasureRow[] = await hub
      .database('erasure')
      .where({ status: 'confirmed' });
    for (const row of rows) await this.finish({ row, actor: hub.systemActor });
  }

  /** One erasure; what fails is logged, and tried again later. */
  async finish(input: {
    row: Pick<ErasureRow, 'id' | 'person_id'>;
    actor: SubjectErasure['actor'];
  }): Promise<void> {
    const { hub, records } = this.options;
    const { row, actor } = input;
    try {
      for (const part of records.all()) {
        await part.erase?.({ personId: row.person_id, actor });
      }
    } catch (error) {
      hub.logger.warn('An erasure is not finished and will be tried again', {
        erasureId: row.id,
        errorName: (error as Error).name,
      });
      return;
    }
    await hub.work.run(actor, async ({ trx, now, record }) => {
      const changed = await trx('erasure')
        .where({ id: row.id, status: 'confirmed' })
        .update({ status: 'done', done_at: now });
      if (changed === 0) return;
      record({
        type: 'network.erasure-finished',
        subject: personSubject(row.person_id),
        publish: false,
      });
    });
  }
}
