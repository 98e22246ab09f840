import type { RetentionStep } from '@imsa-hub/core';
import { namedPerson } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { marksOfSealed } from '../sealing/Sealing';
import type { Work } from '../work/UnitOfWork';
import type { KeptRecords, KeptRow } from './KeptRecords';

// The record's own key ends with the content; why it ended is still asked then.
const keyOf = (id: string) => `retention:${id}`;
const COLUMN = { table: 'retention_step', column: 'sealed_reason' };

/** The table of what was decided about how long records are kept. */
export async function createRetentionSteps(
  knex: Knex,
  of: { key: string; table: string },
): Promise<void> {
  await knex.raw(`
    create table retention_step (
      id text primary key,
      ${of.key} text not null references ${of.table} (id),
      at timestamptz not null,
      by_id text,
      step text not null,
      sealed_reason text,
      constraint retention_step_kind check
        (step in ('held', 'released', 'asked', 'destroyed'))
    );
    create index retention_step_of on retention_step (${of.key}, at);
    insert into append_only values ('retention_step')`);
}

/** What was decided about how long records are kept, and why. Only added to. */
export class RetentionSteps<Row extends KeptRow> {
  constructor(private readonly kept: KeptRecords<Row>) {}

  /** Adds a step; the record's row has to be locked. */
  async add(input: {
    work: Work;
    id: string;
    step: RetentionStep['step'];
    /** Nobody where the period ended by itself. */
    byId?: string;
    reason?: string;
  }): Promise<void> {
    const { work, reason } = input;
    const { sealing } = this.kept.hub;
    const caseId = keyOf(input.id);
    const row = work.newId();
    if (reason && !(await this.hasReasons(work.trx, input.id))) {
      await sealing.openCase({ trx: work.trx, caseId });
    }
    await work.trx.table('retention_step').insert({
      id: row,
      [this.kept.key]: input.id,
      at: work.now,
      by_id: input.byId ?? null,
      step: input.step,
      sealed_reason: reason
        ? await sealing.seal({
            ...COLUMN,
            trx: work.trx,
            caseId,
            row,
            text: reason,
          })
        : null,
    });
  }

  /** The steps of some records, oldest first. */
  async read(
    knex: Knex,
    ids: readonly string[],
  ): Promise<Map<string, RetentionStep[]>> {
    const { kept } = this;
    const rows: Array<{
      id: string;
      of: string;
      at: Date;
      by_id: string | null;
      step: RetentionStep['step'];
      sealed_reason: string | null;
    }> = await knex
      .from('retention_step')
      .whereIn(kept.key, ids)
      .orderBy(['at', 'id'])
      .select('id', { of: kept.key }, 'at', 'by_id', 'step', 'sealed_reason');
    const steps = new Map<string, RetentionStep[]>();
    for (const { id, of, at, by_id: by, step, sealed_reason: sealed } of rows) {
      const reason = sealed
        ? await kept.hub.sealing.unseal({
            ...COLUMN,
            trx: knex,
            caseId: keyOf(of),
            row: id,
            sealed,
          })
        : null;
      const read: RetentionStep = {
        at: at.toISOString(),
        by: by ? namedPerson(kept.hub.people, by) : null,
        step,
        reason,
        marked: marksOfSealed(sealed),
      };
      steps.set(of, [...(steps.get(of) ?? []), read]);
    }
    return steps;
  }

  private async hasReasons(trx: Knex, id: string): Promise<boolean> {
    const before = await trx
      .from('retention_step')
      .where({ [this.kept.key]: id })
      .whereNotNull('sealed_reason')
      .first('id');
    return before !== undefined;
  }
}
