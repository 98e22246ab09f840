import { NotFoundError } from '@backstage/errors';
import type {
  RetentionRequest,
  RetentionResponse,
  RetentionRow,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import type { LedgerActor, Reading } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { presentRetention } from './presentRetention';
import { retentionPage } from './retentionPage';
import type { RetentionSteps } from './RetentionSteps';

/** What looking at the review is in the ledger. */
export const RETENTION_READING: Reading = {
  type: 'escalations.retention-read',
  subject: 'escalations:retention',
};

/** The review of closed cases: what ends soon, what has ended, what is on hold. */
export class RetentionReading {
  constructor(
    private readonly context: EscalationContext,
    private readonly presenter: EscalationPresenter,
    private readonly steps: RetentionSteps,
  ) {}

  /** Closed cases to look at, the first to end first. Reading it is recorded. */
  async list(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: RetentionRequest;
  }): Promise<RetentionResponse> {
    const { person, request } = input;
    return this.context.hub.work.run(input.actor, async work => {
      const { rows, next } = await retentionPage({
        knex: work.trx,
        request,
        today: londonDateOf(work.now),
        filter: select => this.context.sight.filterWorkable(person, select),
      });
      work.record({ ...RETENTION_READING, publish: false });
      return { rows: await this.present(work.trx, { person, rows }), next };
    });
  }

  /** One case, for whoever decides on it. */
  async one(
    knex: Knex,
    input: { person: PersonContext; row: EscalationDbRow },
  ): Promise<RetentionRow> {
    const { person, row } = input;
    const [one] = await this.present(knex, { person, rows: [row] });
    if (!one) throw new NotFoundError();
    return one;
  }

  private async present(
    knex: Knex,
    input: { person: PersonContext; rows: readonly EscalationDbRow[] },
  ): Promise<RetentionRow[]> {
    const steps = await this.steps.read(knex, {
      escalationIds: input.rows.map(({ id }) => id),
      named: id => this.presenter.named(id),
    });
    return input.rows.map(row =>
      presentRetention(row, {
        steps: steps.get(row.id) ?? [],
        reviewDays: this.context.retentionReviewDays,
        personId: input.person.id,
        today: londonDateOf(new Date().toISOString()),
        named: id => this.presenter.named(id),
      }),
    );
  }
}
