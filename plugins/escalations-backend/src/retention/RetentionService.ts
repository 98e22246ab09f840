import { NotFoundError } from '@backstage/errors';
import type {
  DestroyRequest,
  HoldRequest,
  RetentionRow,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import {
  refuseIf,
  NotYoursError,
  StaleError,
  type LedgerActor,
  type Work,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type {
  EscalationDbRow,
  EscalationPatch,
} from '../escalations/EscalationRow';
import type { CaseDestruction } from './CaseDestruction';
import { retentionActions, whyNot } from './retentionActions';
import { RETENTION_READING, type RetentionReading } from './RetentionReading';
import type { RetentionSteps } from './RetentionSteps';

interface OneCase {
  person: PersonContext;
  actor: LedgerActor;
  escalationId: string;
}

/** What people decide about how long closed cases are kept. */
export class RetentionService {
  constructor(
    private readonly context: EscalationContext,
    private readonly steps: RetentionSteps,
    private readonly reading: RetentionReading,
    private readonly destruction: CaseDestruction,
  ) {}

  /** Keeps a case beyond the end of its retention, or ends that. */
  async hold(input: OneCase & { request: HoldRequest }): Promise<RetentionRow> {
    const { hold, reason } = input.request;
    const action = hold ? 'hold' : 'release';
    return this.change(input, async ({ work, row, actions }) => {
      if (!actions.includes(action)) return whyNot(row, action);
      await this.steps.add({
        work,
        escalationId: row.id,
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
        type: hold ? 'escalations.held' : 'escalations.hold-ended',
      });
      return undefined;
    });
  }

  /** Destroys the content; before the end of retention two people decide. */
  async destroy(
    input: OneCase & { request: DestroyRequest },
  ): Promise<RetentionRow> {
    const { person, request } = input;
    const { reason } = request;
    return this.change(input, async ({ work, row, actions }) => {
      const action = actions.find(one => one !== 'hold' && one !== 'release');
      if (!action) return whyNot(row, 'destroy');
      refuseIf(request.reference.trim().toUpperCase() !== row.reference, {
        field: 'body.reference',
        message: `Type the reference of this case as it stands: ${row.reference}`,
      });
      if (action === 'ask-destruction') {
        await this.steps.add({
          work,
          escalationId: row.id,
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
          type: 'escalations.destruction-asked',
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
    input: OneCase & { request: { version: number } },
    apply: (change: {
      work: Work;
      row: EscalationDbRow;
      actions: ReturnType<typeof retentionActions>;
    }) => Promise<string | undefined>,
  ): Promise<RetentionRow> {
    const { store, sight, hub } = this.context;
    const { person } = input;
    return hub.work.run(input.actor, async work => {
      const load = () =>
        store.load({
          knex: work.trx,
          where: { 'escalation.id': input.escalationId },
          filter: select => sight.filterReadable(person, select),
          lock: true,
        });
      const row = await load();
      if (!row) throw new NotFoundError();
      if (!sight.mayWorkOn(person, row)) {
        throw new NotYoursError({
          message: 'Only somebody who may work on this case can decide on it.',
        });
      }
      const refuse = async (message: string) =>
        new StaleError({
          message,
          current: await this.reading.one(work.trx, { person, row }),
          reading: RETENTION_READING,
        });
      if (row.version !== input.request.version) {
        throw await refuse(
          'Somebody changed this case since you looked at it. Look at it again, then decide.',
        );
      }
      const actions = retentionActions(row, {
        personId: person.id,
        today: londonDateOf(work.now),
      });
      const refusal = await apply({ work, row, actions });
      if (refusal) throw await refuse(refusal);
      return this.reading.one(work.trx, { person, row: (await load()) ?? row });
    });
  }

  private async save(
    work: Work,
    input: {
      row: EscalationDbRow;
      byId: string;
      patch: EscalationPatch;
      summary: string;
      type: string;
    },
  ): Promise<void> {
    const { row, patch, type, summary, byId } = input;
    const { store } = this.context;
    const { trx } = work;
    await store.save({ trx, row, patch });
    await store.addEntry({
      trx,
      escalationId: row.id,
      at: work.now,
      byId,
      summary,
    });
    work.record({
      type,
      subject: subjectOf(row.id),
      before: { version: row.version },
      after: { ...patch, version: row.version + 1 },
    });
  }
}
