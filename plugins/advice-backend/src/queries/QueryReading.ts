import { NotFoundError } from '@backstage/errors';
import {
  adviceAnswerPermission,
  adviceTriagePermission,
  type AdviceDay,
  type QueryRecord,
  type QueueRequest,
  type QueueResponse,
  type QueueRow,
} from '@imsa-hub/advice-common';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { readingOf, subjectOf } from './QueryChanges';
import type { QueryPresenter } from './QueryPresenter';
import { readQueuePage } from './queuePage';
import { queuePlaces } from './queuePlaces';
import type { QueryDbRow, QueueDbRow } from './QueryRow';

const PAGE = 50;
/** Counts stop here: nobody needs more, and no query is counted to the end. */
const MOST = 100;
/** Rows that "My day" shows. */
const FIRST = 5;

/** The queue, one record, and a person's day. All filtered in SQL. */
export class QueryReading {
  constructor(
    private readonly context: AdviceContext,
    private readonly presenter: QueryPresenter,
  ) {}

  async queue(input: {
    person: PersonContext;
    request: QueueRequest;
  }): Promise<QueueResponse> {
    const { rows, next } = await this.page(input, PAGE);
    return { rows: await this.present(input, rows), next };
  }

  /** The record as this person may see it. Opening what is sealed is an entry in the ledger. */
  async record(input: {
    person: PersonContext;
    actor: LedgerActor;
    queryId: string;
  }): Promise<QueryRecord> {
    const { hub } = this.context;
    return hub.work.run(input.actor, async work => {
      const row = await this.find(work.trx, input);
      work.record({ ...readingOf(row, input.person), publish: false });
      const record = await this.presenter.present({
        person: input.person,
        row,
        knex: work.trx,
      });
      for (const merged of record.mergedHere ?? []) {
        work.record({
          type: 'advice.query-read',
          subject: subjectOf(merged.id),
          publish: false,
        });
      }
      return record;
    });
  }

  /**
   * The fresh record after a change by this person; not a new reading. Nothing
   * where the change itself closed the record to them.
   */
  async afterChange(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<QueryRecord | undefined> {
    const knex = this.context.hub.database;
    const row = await this.look(knex, input);
    return row && this.presenter.present({ person: input.person, row, knex });
  }

  /** A row this person may see. @throws NotFoundError otherwise */
  async find(
    knex: Knex,
    input: { person: PersonContext; queryId: string },
  ): Promise<QueryDbRow> {
    const row = await this.look(knex, input);
    if (!row) throw new NotFoundError();
    return row;
  }

  private look(
    knex: Knex,
    input: { person: PersonContext; queryId: string },
  ): Promise<QueryDbRow | undefined> {
    return this.context.store.load({
      knex,
      where: { 'query.id': input.queryId },
      filter: builder =>
        this.context.sight.filterReadable(input.person, builder),
    });
  }

  async day(
    person: PersonContext,
  ): Promise<Omit<AdviceDay, 'doors' | 'mailToLog'>> {
    const { hub } = this.context;
    const answers = hub.permissions.may(person, adviceAnswerPermission);
    const triages = hub.permissions.may(person, adviceTriagePermission);
    const count = async (view: QueueRequest['view'], wanted: boolean) =>
      wanted ? this.count(person, view) : 0;
    const [toTriage, unclaimed, mine, toRead, late, first, repliesToRead] =
      await Promise.all([
        count('to-triage', triages),
        count('unclaimed', answers),
        count('mine', answers),
        count('to-read', answers),
        answers ? this.countLate(person) : 0,
        answers ? this.first(person, triages) : [],
        this.repliesToRead(person),
      ]);
    return { toTriage, unclaimed, mine, toRead, late, first, repliesToRead };
  }

  private async first(person: PersonContext, triages: boolean) {
    const read = async (view: QueueRequest['view']) => {
      const input = { person, request: { view } };
      const { rows } = await this.page(input, FIRST);
      return this.present(input, rows);
    };
    const [mine, shared] = await Promise.all([
      read('mine'),
      read(triages ? 'to-triage' : 'unclaimed'),
    ]);
    const bands = ['today', 'soon', 'ordinary'];
    return [...mine, ...shared]
      .sort(
        (a, b) => bands.indexOf(a.urgency.band) - bands.indexOf(b.urgency.band),
      )
      .slice(0, FIRST);
  }

  private async repliesToRead(person: PersonContext) {
    const select = this.context.hub.database
      .from('query')
      .select('query.id', 'query.reference')
      .where({ raised_by: person.id, asker_unread: true })
      .orderBy('received_at', 'desc')
      .limit(20);
    this.context.sight.filterReadable(person, select);
    return select;
  }

  private async countLate(person: PersonContext): Promise<number> {
    const within = this.context.hub.database
      .from('query')
      .select('query.id')
      .where('open', true)
      .where('assignee_id', person.id)
      .whereNull('stopped_at')
      .where('due_at', '<', new Date())
      .limit(MOST);
    this.context.sight.filterWorkable(person, within);
    return (await within).length;
  }

  private async count(
    person: PersonContext,
    view: QueueRequest['view'],
  ): Promise<number> {
    const { hub, sight } = this.context;
    const counted = queuePlaces({
      knex: hub.database,
      sight,
      person,
      request: { view },
      limit: MOST,
    });
    return (await counted).length;
  }

  private page(
    input: { person: PersonContext; request: QueueRequest },
    limit: number,
  ) {
    const { hub, sight } = this.context;
    return readQueuePage({ ...input, knex: hub.database, sight, limit });
  }

  private async present(
    { person, request }: { person: PersonContext; request: QueueRequest },
    rows: readonly QueueDbRow[],
  ): Promise<QueueRow[]> {
    if (rows.length === 0) return [];
    const extra = await this.context.extraColumns(rows);
    const workable = await this.workable(person, request, rows);
    return rows.map(row => ({
      ...this.presenter.row({
        person,
        row,
        mayWorkOn: workable?.has(row.id) ?? true,
        draft:
          row.draft_author_id && row.draft_kind
            ? {
                author_id: row.draft_author_id,
                kind: row.draft_kind,
                written_by: row.draft_written_by ?? [],
              }
            : undefined,
      }),
      extra: extra.get(row.id) ?? {},
    }));
  }

  /** Which of these the person may work on; nothing where that is all of them. */
  private async workable(
    person: PersonContext,
    request: QueueRequest,
    rows: readonly QueueDbRow[],
  ): Promise<ReadonlySet<string> | undefined> {
    // Every other view shows only what its reader may work on.
    if (request.view !== 'asked') return undefined;
    const { hub, sight } = this.context;
    const select = hub.database.from('query').whereIn(
      'query.id',
      rows.map(row => row.id),
    );
    sight.filterWorkable(person, select);
    return new Set(await select.pluck('query.id'));
  }
}
