import { NotFoundError } from '@backstage/errors';
import {
  londonDateOf,
  type RetentionOfRecord,
  type RetentionRequest,
  type RetentionResponse,
  type RetentionRow,
  type RetentionStep,
} from '@imsa-hub/core';
import { namedPerson, type PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { Reading } from '../http/errors';
import type { LedgerActor } from '../ledger/LedgerEntry';
import { entryType } from '../service/hubService';
import type { KeptRecords, KeptRow } from './KeptRecords';
import { retentionActions } from './retentionActions';
import { retentionPage } from './retentionPage';
import type { RetentionSteps } from './RetentionSteps';

/** The review of ended records: what ends soon, what has ended, what is on hold. */
export class RetentionReading<Row extends KeptRow> {
  constructor(
    private readonly kept: KeptRecords<Row>,
    private readonly steps: RetentionSteps<Row>,
  ) {}

  /** What looking at the review is in the ledger. */
  get reading(): Reading {
    return {
      type: entryType(this.kept.hub, 'retention-read'),
      subject: `${this.kept.hub.pluginId}:retention`,
    };
  }

  /** Records to look at, the first to end first. Reading it is recorded. */
  async list(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: RetentionRequest;
  }): Promise<RetentionResponse> {
    const { person, request } = input;
    const { kept } = this;
    return kept.hub.work.run(input.actor, async work => {
      const { rows, next } = await retentionPage(kept, {
        knex: work.trx,
        request,
        today: londonDateOf(work.now),
        filter: select => kept.sight.filterWorkable(person, select),
      });
      work.record({ ...this.reading, publish: false });
      return { rows: await this.present(work.trx, { person, rows }), next };
    });
  }

  /** One record, for whoever decides on it. */
  async one(
    knex: Knex,
    { person, row }: { person: PersonContext; row: Row },
  ): Promise<RetentionRow> {
    const [one] = await this.present(knex, { person, rows: [row] });
    if (!one) throw new NotFoundError();
    return one;
  }

  /**
   * How long a record is kept, on its page. Only whoever may work on it and
   * decides on that sees the decisions.
   */
  async ofRecord(
    knex: Knex,
    { person, row }: { person: PersonContext; row: Row },
  ): Promise<RetentionOfRecord> {
    const { hub, door, sight } = this.kept;
    const works = sight.mayWorkOn(person, row);
    const decides =
      works && row.retain_until !== null && hub.permissions.may(person, door);
    return {
      endsOn: row.retain_until,
      // That somebody keeps it longer is not for whoever it may be about.
      held: works && row.held,
      destroyed: row.destroyed_at !== null,
      review: decides ? await this.one(knex, { person, row }) : null,
    };
  }

  private async present(
    knex: Knex,
    input: { person: PersonContext; rows: readonly Row[] },
  ): Promise<RetentionRow[]> {
    const { person, rows } = input;
    const steps = await this.steps.read(
      knex,
      rows.map(({ id }) => id),
    );
    const today = londonDateOf(new Date().toISOString());
    return rows.map(row => ({
      ...this.whatIsKept(row, steps.get(row.id) ?? []),
      allowedActions: retentionActions(row, { personId: person.id, today }),
    }));
  }

  private whatIsKept(
    row: Row,
    steps: RetentionStep[],
  ): Omit<RetentionRow, 'allowedActions'> {
    const { kept } = this;
    const asked = row.destruction_asked_by;
    return {
      id: row.id,
      reference: row.reference,
      version: row.version,
      alsoCalled: kept.alsoCalled(row),
      open: row.open,
      closedAt: row.closed_at?.toISOString() ?? null,
      retainUntil: row.retain_until,
      destroyedOn: row.destroyed_at
        ? londonDateOf(row.destroyed_at.toISOString())
        : null,
      willBeDestroyedOn: endOfReview(row, kept.retentionReviewDays),
      held: row.held,
      destructionAsked: asked
        ? {
            by: namedPerson(kept.hub.people, asked),
            at: row.destruction_asked_at?.toISOString() ?? '',
          }
        : null,
      steps,
    };
  }
}

/** When it is destroyed unless somebody holds it; only where it was told. */
function endOfReview(row: KeptRow, days: number): string | null {
  if (!row.retention_told_at || row.held || row.destroyed_at) return null;
  const end = new Date(row.retention_told_at);
  end.setUTCDate(end.getUTCDate() + days);
  return londonDateOf(end.toISOString());
}
