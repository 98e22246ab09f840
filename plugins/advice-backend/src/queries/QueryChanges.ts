import { NotFoundError } from '@backstage/errors';
import type { QueryAction, QueryStatus } from '@imsa-hub/advice-common';
import { decide } from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type LedgerActor,
  type LedgerRecord,
  type Work,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { flowContextOf } from './flowContext';
import type { QueryPresenter } from './QueryPresenter';
import type { DraftDbRow, QueryDbRow, QueryPatch } from './QueryRow';
import { queryFlow, queryFlowWords } from './queryFlow';
import type { NewEntry } from './QueryStore';

/** Who changes which query, having read which version. */
export interface ChangeInput {
  person: PersonContext;
  actor: LedgerActor;
  queryId: string;
  version: number;
}

/** What a use case is given when its move is allowed. */
export interface AllowedChange {
  work: Work;
  row: QueryDbRow;
  draft: DraftDbRow | undefined;
  to: QueryStatus;
  seal(
    table: string,
    column: string,
    rowId: string,
    text: string,
  ): Promise<string>;
}

/** What a use case answers: what to write and what to say of it. */
export interface Change {
  patch?: QueryPatch;
  entry?: NewEntry;
  /** Free reason or text of the entry; stored sealed. */
  entryBody?: string;
  record: Omit<LedgerRecord, 'subject' | 'before' | 'after'>;
}

/** The subject under which a query stands in the ledger. */
export const subjectOf = (queryId: string) => `advice-query:${queryId}`;

/**
 * Every change of a query, in one order: load what this person may see, locked
 * · refuse a stale version · decide by the flow · apply · clocks · save ·
 * history and ledger · the fresh record.
 */
export class QueryChanges {
  constructor(
    private readonly context: AdviceContext,
    private readonly presenter: QueryPresenter,
  ) {}

  async make(
    input: ChangeInput & {
      action: QueryAction;
      reason?: string;
      /** Claims look at the state, not the version: the first one wins. */
      anyVersion?: boolean;
      /** Other queries to lock as well, in one order for everybody. */
      lockFirst?: readonly string[];
      apply(change: AllowedChange): Promise<Change>;
    },
  ): Promise<void> {
    const { hub } = this.context;
    await hub.work.run(input.actor, async work => {
      if (input.lockFirst?.length) {
        await work.trx
          .from('query')
          .whereIn('id', [input.queryId, ...input.lockFirst])
          .orderBy('id')
          .forUpdate()
          .select('id');
      }
      const row = await this.lock(work, input);
      if (!input.anyVersion && row.version !== input.version) {
        throw await this.stale(input, row, work);
      }
      const draft = await this.context.store.draft(work.trx, row.id);
      const decision = decide({
        flow: queryFlow,
        words: queryFlowWords,
        status: row.status,
        action: input.action,
        reason: input.reason,
        context: flowContextOf(this.context, {
          person: input.person,
          row,
          mayWorkOn: this.context.sight.mayWorkOn(input.person, row),
          draft,
          survivorClosed: await this.context.store.isSurvivorClosed(
            work.trx,
            row,
          ),
        }),
      });
      if (!decision.allowed) {
        if (decision.kind === 'no-reason') {
          throw new HubInputError({
            fields: [{ field: 'body.reason', message: decision.why }],
          });
        }
        throw await this.refusal(input, row, work, decision.why);
      }
      const seal: AllowedChange['seal'] = (table, column, rowId, text) =>
        hub.sealing.seal({
          trx: work.trx,
          caseId: row.id,
          table,
          column,
          row: rowId,
          text,
        });
      const change = await input.apply({
        work,
        row,
        draft,
        to: decision.to,
        seal,
      });
      await this.write({ work, row, to: decision.to, change, input });
    });
  }

  private async lock(work: Work, input: ChangeInput): Promise<QueryDbRow> {
    const row = await this.context.store.load({
      knex: work.trx,
      where: { 'query.id': input.queryId },
      filter: builder =>
        this.context.sight.filterReadable(input.person, builder),
      lock: true,
    });
    if (!row) throw new NotFoundError();
    return row;
  }

  private async write(options: {
    work: Work;
    row: QueryDbRow;
    to: QueryStatus;
    change: Change;
    input: ChangeInput & { action: QueryAction };
  }): Promise<void> {
    const { work, row, to, change, input } = options;
    const { store, hub } = this.context;
    const patch: QueryPatch = { status: to, ...change.patch };
    await store.save({ trx: work.trx, row, patch });
    if (change.entry) {
      const id = change.entry.id ?? work.newId();
      const sealedBody = change.entryBody
        ? await hub.sealing.seal({
            trx: work.trx,
            caseId: row.id,
            table: 'query_entry',
            column: 'sealed_body',
            row: id,
            text: change.entryBody,
          })
        : null;
      await store.addEntry({
        trx: work.trx,
        queryId: row.id,
        at: work.now,
        entry: {
          by_id: input.person.id,
          ...change.entry,
          id,
          sealed_body: sealedBody,
        },
      });
    }
    work.record({
      ...change.record,
      subject: subjectOf(row.id),
      before: { status: row.status, version: row.version },
      after: { ...patch, version: row.version + 1 },
    });
  }

  private async stale(input: ChangeInput, row: QueryDbRow, work: Work) {
    return this.refusal(
      input,
      row,
      work,
      'Somebody changed this query while you were working on it. What you typed is kept; look at the newer version, then try again.',
    );
  }

  private async refusal(
    input: ChangeInput,
    row: QueryDbRow,
    work: Work,
    message: string,
  ): Promise<StaleError> {
    return new StaleError({
      message,
      current: await this.presenter.present({
        person: input.person,
        row,
        knex: work.trx,
      }),
    });
  }
}
