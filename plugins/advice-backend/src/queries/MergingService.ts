import { NotFoundError } from '@backstage/errors';
import type { MergeRequest } from '@imsa-hub/advice-common';
import { StaleError, type Work, refuseIf } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether } from './assessTogether';
import { endStop, reopened, startOfClock, targetsOf } from './clockMoves';
import { worksOn } from './flowContext';
import { subjectOf, type ChangeInput, type QueryChanges } from './QueryChanges';
import { lockTogether } from './lockTogether';
import { workableQuery } from './workableQuery';
import type { QueryDbRow, QueryPatch } from './QueryRow';

/** Queries that are answered as one, and parted again. */
export class MergingService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  /**
   * Both are locked in the order of their ids, so two people merging both ways
   * at once cannot block each other: the second finds the first's result.
   * Each asker keeps a conversation of their own; see decision 12.
   */
  async merge(input: ChangeInput & { request: MergeRequest }) {
    const { intoId, intoVersion, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'merge',
      reason,
      before: lockTogether([input.id, intoId]),
      apply: async ({ work, row }) => {
        refuseIf(intoId === row.id, {
          field: 'body.intoId',
          message: 'Choose another query than this one',
        });
        const into = await workableQuery(this.context, work.trx, input.person, {
          'query.id': intoId,
        });
        if (!into) throw new NotFoundError();
        if (into.version !== intoVersion || !into.open) {
          throw new StaleError({
            message: `${into.reference} was changed while you were choosing. Look at it again, then merge.`,
          });
        }
        this.refuseUnlike(input.person, row, into);
        await endStop({ work, row });
        // What was merged into this one before goes along.
        const before = await this.context.store.mergedHere(work.trx, row.id);
        await work.trx
          .from('query')
          .where({ merged_into: row.id })
          .update({ merged_into: intoId });
        await this.takeIn({ work, input, into, row, before });
        return {
          patch: {
            merged_into: intoId,
            closed_at: new Date(work.now),
            assignee_id: null,
            assigned_at: null,
            second_reader_id: null,
            stopped_at: null,
            stopped_for: null,
          },
          entries: [
            {
              kind: 'move',
              summary: 'Merged it into another query',
              body: reason,
            },
          ],
          record: { type: 'advice.merged' },
        };
      },
    });
  }

  /** Opens it again; one that was merged goes its own way from here. */
  async reopen(input: ChangeInput & { reason: string }) {
    const [found]: Array<{ merged_into: string | null }> =
      await this.context.hub.database
        .from('query')
        .where({ id: input.id })
        .select('merged_into');
    await this.changes.make({
      ...input,
      action: 'reopen',
      before: lockTogether([
        input.id,
        ...(found?.merged_into ? [found.merged_into] : []),
      ]),
      apply: async ({ work, row }) => {
        if (row.merged_into) await this.letGo({ work, input, row });
        return {
          patch: {
            ...reopened(this.context, row, work.now),
            merged_into: null,
          },
          entries: [
            {
              kind: 'move',
              summary: row.merged_into
                ? 'Reopened it as a query of its own'
                : 'Reopened it',
              body: input.reason,
            },
          ],
          record: { type: 'advice.reopened' },
        };
      },
    });
  }

  private refuseUnlike(
    person: PersonContext,
    row: QueryDbRow,
    into: QueryDbRow,
  ): void {
    const refuse = (wrong: boolean, message: string) =>
      refuseIf(wrong, { field: 'body.intoId', message });
    refuse(
      into.raised_by === person.id,
      'You asked that one yourself, so somebody else has to merge it',
    );
    refuse(
      into.nation !== row.nation,
      'They are about different nations, where the law differs. Link them instead.',
    );
    const one = row.subject_organisation_id;
    const other = into.subject_organisation_id;
    refuse(
      one !== null && other !== null && one !== other,
      'They are about different organisations. Link them instead.',
    );
    const holder = into.assignee_id
      ? this.context.hub.people.byId(into.assignee_id)
      : undefined;
    refuse(
      holder !== undefined &&
        !worksOn(this.context, holder, {
          ...into,
          subject_organisation_id: other ?? one,
          named_organisation_ids: namedIn(into, row),
        }),
      'Whoever has that query cannot take this one on. Give it to somebody else first.',
    );
  }

  /** What is most pressing and most protected of the two stays so. */
  private async takeIn(options: {
    work: Work;
    input: ChangeInput;
    into: QueryDbRow;
    row: QueryDbRow;
    before: readonly QueryDbRow[];
  }): Promise<void> {
    const { work, into, row, before } = options;
    const { context } = this;
    const already = await context.store.mergedHere(work.trx, into.id);
    const known = new Set(already.map(({ id }) => id));
    const start = new Date(
      Math.min(startOfClock(into).getTime(), startOfClock(row).getTime()),
    );
    await this.writeInto({
      ...options,
      patch: {
        ...(await assessTogether(context, {
          knex: work.trx,
          row: into,
          now: work.now,
          merged: [
            ...already,
            row,
            ...before.filter(({ id }) => !known.has(id)),
          ],
        })),
        areas: [...new Set([...into.areas, ...row.areas])],
        high_risk: into.high_risk || row.high_risk,
        subject_organisation_id:
          into.subject_organisation_id ?? row.subject_organisation_id,
        named_organisation_ids: namedIn(into, row),
        clock_started_at: start,
        ...(await targetsOf({
          context,
          knex: work.trx,
          row: { ...into, clock_started_at: start },
        })),
      },
      summary: 'Merged another query into this one',
      type: 'advice.took-in',
    });
  }

  private async letGo(options: {
    work: Work;
    input: ChangeInput;
    row: QueryDbRow;
  }): Promise<void> {
    const { work, row } = options;
    const into = await this.context.store.load({
      knex: work.trx,
      where: { 'query.id': row.merged_into ?? '' },
      filter: () => undefined,
    });
    if (!into) return;
    const merged = await this.context.store.mergedHere(work.trx, into.id);
    await this.writeInto({
      ...options,
      into,
      patch: await assessTogether(this.context, {
        knex: work.trx,
        row: into,
        now: work.now,
        merged: merged.filter(({ id }) => id !== row.id),
      }),
      summary: `${row.reference} was taken out again`,
      type: 'advice.let-go',
    });
  }

  private async writeInto(options: {
    work: Work;
    input: ChangeInput;
    into: QueryDbRow;
    patch: QueryPatch;
    summary: string;
    type: string;
  }): Promise<void> {
    const { work, input, into, patch } = options;
    const { store } = this.context;
    await store.save({ trx: work.trx, row: into, patch });
    await store.addEntry({
      trx: work.trx,
      queryId: into.id,
      at: work.now,
      entry: {
        kind: 'move',
        by_id: input.person.id,
        summary: options.summary,
      },
    });
    work.record({
      type: options.type,
      subject: subjectOf(into.id),
      before: { status: into.status, version: into.version },
      after: { ...patch, version: into.version + 1 },
    });
  }
}

// What one of them names, neither is open to until triage says more.
function namedIn(...rows: readonly QueryDbRow[]): string[] {
  return [...new Set(rows.flatMap(row => row.named_organisation_ids))];
}
