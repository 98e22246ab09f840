import { NotFoundError } from '@backstage/errors';
import {
  londonDateOf,
  type DestroyRequest,
  type HoldRequest,
  type RetentionAction,
  type RetentionRow,
} from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import { NotYoursError, refuseIf, StaleError } from '../http/errors';
import type { LedgerActor } from '../ledger/LedgerEntry';
import type { Work } from '../work/UnitOfWork';
import type { Destruction } from './Destruction';
import { entryType } from '../service/hubService';
import {
  loadKept,
  type KeptRecords,
  type KeptRow,
  type RetentionPatch,
} from './KeptRecords';
import { retentionActions, whyNot } from './retentionActions';
import type { RetentionReading } from './RetentionReading';
import type { RetentionSteps } from './RetentionSteps';

interface OneRecord {
  person: PersonContext;
  actor: LedgerActor;
  id: string;
}

/** What people decide about how long ended records are kept. */
export class RetentionService<Row extends KeptRow> {
  constructor(
    private readonly kept: KeptRecords<Row>,
    private readonly steps: RetentionSteps<Row>,
    private readonly reading: RetentionReading<Row>,
    private readonly destruction: Destruction<Row>,
  ) {}

  /** Keeps a record beyond the end of its retention, or ends that. */
  async hold(
    input: OneRecord & { request: HoldRequest },
  ): Promise<RetentionRow> {
    const { hold, reason } = input.request;
    const wanted = hold ? 'hold' : 'release';
    const { noun } = this.kept;
    return this.change(input, async ({ work, row, actions }) => {
      if (!actions.includes(wanted)) return whyNot(row, { wanted, noun });
      await this.steps.add({
        work,
        id: row.id,
        step: hold ? 'held' : 'released',
        byId: input.person.id,
        reason,
      });
      await this.save(work, {
        row,
        byId: input.person.id,
        // A review begins anew, and what was asked before counts no more.
        patch: {
          held: hold,
          retention_told_at: null,
          destruction_asked_by: null,
          destruction_asked_at: null,
        },
        summary: hold
          ? 'Put it on hold: it is kept beyond the end of its retention'
          : 'Ended the hold',
        what: hold ? 'held' : 'hold-ended',
      });
      return undefined;
    });
  }

  /** Destroys the content; before the end of retention two people decide. */
  async destroy(
    input: OneRecord & { request: DestroyRequest },
  ): Promise<RetentionRow> {
    const { person, request } = input;
    const { reason } = request;
    const { noun } = this.kept;
    return this.change(input, async ({ work, row, actions }) => {
      const action = actions.find(one => one !== 'hold' && one !== 'release');
      if (!action) return whyNot(row, { wanted: 'destroy', noun });
      refuseIf(request.reference.trim().toUpperCase() !== row.reference, {
        field: 'body.reference',
        message: `Type the reference of this ${noun} as it stands: ${row.reference}`,
      });
      if (action === 'ask-destruction') {
        await this.steps.add({
          work,
          id: row.id,
          step: 'asked',
          byId: person.id,
          reason,
        });
        await this.save(work, {
          row,
          byId: person.id,
          patch: {
            destruction_asked_by: person.id,
            destruction_asked_at: new Date(work.now),
          },
          summary: 'Asked that its content is destroyed before its time',
          what: 'destruction-asked',
        });
        return undefined;
      }
      await this.destruction.destroy({
        work,
        row,
        byId: person.id,
        reason,
        summary:
          action === 'destroy'
            ? 'Destroyed the content at the end of its retention'
            : 'Confirmed, as a second person, that the content is destroyed before its time',
      });
      return undefined;
    });
  }

  /** Load, locked and as far as it is theirs · refuse · write · show. */
  private async change(
    input: OneRecord & { request: { version: number } },
    apply: (change: {
      work: Work;
      row: Row;
      actions: RetentionAction[];
    }) => Promise<string | undefined>,
  ): Promise<RetentionRow> {
    const { kept, reading } = this;
    const { person, id } = input;
    return kept.hub.work.run(input.actor, async work => {
      const load = () =>
        loadKept(kept, {
          trx: work.trx,
          id,
          filter: select => kept.sight.filterReadable(person, select),
        });
      const row = await load();
      if (!row) throw new NotFoundError();
      if (!kept.sight.mayWorkOn(person, row)) {
        throw new NotYoursError({
          message: `Only somebody who may work on this ${kept.noun} can decide on it.`,
        });
      }
      const refuse = async (message: string) =>
        new StaleError({
          message,
          current: await reading.one(work.trx, { person, row }),
          reading: reading.reading,
        });
      if (row.version !== input.request.version) {
        throw await refuse(
          `Somebody changed this ${kept.noun} since you looked at it. Look at it again, then decide.`,
        );
      }
      const actions = retentionActions(row, {
        personId: person.id,
        today: londonDateOf(work.now),
      });
      const refusal = await apply({ work, row, actions });
      if (refusal) throw await refuse(refusal);
      return reading.one(work.trx, { person, row: (await load()) ?? row });
    });
  }

  private async save(
    work: Work,
    input: {
      row: Row;
      byId: string;
      patch: RetentionPatch;
      summary: string;
      /** What happened, in the ledger. */
      what: string;
    },
  ): Promise<void> {
    const { row, summary, byId } = input;
    const { kept } = this;
    const after = { ...input.patch, version: row.version + 1 };
    await work.trx.table(kept.table).where({ id: row.id }).update(after);
    await kept.addEntry({ work, id: row.id, byId, summary });
    work.record({
      type: entryType(kept.hub, input.what),
      subject: kept.subjectOf(row.id),
      before: { version: row.version },
      after,
    });
  }
}
