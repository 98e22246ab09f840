import { NotFoundError } from '@backstage/errors';
import {
  adviceAnswerPermission,
  adviceTriagePermission,
  type AdviceDay,
  type QueryRecord,
  type QueueRequest,
  type QueueResponse,
} from '@imsa-hub/advice-common';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { readCursor, writeCursor } from './queueCursor';
import { subjectOf } from './QueryChanges';
import type { QueryPresenter } from './QueryPresenter';
import type { DraftDbRow, QueryDbRow } from './QueryRow';
import { QUERY_WITH_FACTS } from './QueryStore';

const PAGE = 50;
/** Counts stop here: nobody needs more, and no query is counted to the end. */
const MOST = 100;

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
    const { person, request } = input;
    const { hub, sight } = this.context;
    const select = hub.database
      .from('query')
      .select(hub.database.raw(QUERY_WITH_FACTS))
      .limit(PAGE + 1);
    this.view(select, person, request);
    if (request.view === 'asked') sight.filterReadable(person, select);
    else sight.filterWorkable(person, select);
    if (request.nation) select.where('query.nation', request.nation);
    if (request.area) {
      select.whereRaw('query.areas @> array[?]::text[]', [request.area]);
    }
    const latestFirst = request.view === 'asked' || request.view === 'closed';
    order(select, request, latestFirst);
    const rows: QueryDbRow[] = await select;
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      rows: await this.rows(person, page),
      next:
        rows.length > PAGE && last
          ? writeCursor(cursorOf(last, request))
          : null,
    };
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
      work.record({
        type: 'advice.query-read',
        subject: subjectOf(row.id),
        publish: false,
        why: row.opened_by.some(grant => grant.personId === input.person.id)
          ? 'break-glass'
          : undefined,
      });
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

  /** The fresh record after a change by this person; not a new reading. */
  async afterChange(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<QueryRecord> {
    const knex = this.context.hub.database;
    const row = await this.find(knex, input);
    return this.presenter.present({ person: input.person, row, knex });
  }

  /** A row this person may see. @throws NotFoundError otherwise */
  async find(
    knex: Knex,
    input: { person: PersonContext; queryId: string },
  ): Promise<QueryDbRow> {
    const row = await this.context.store.load({
      knex,
      where: { 'query.id': input.queryId },
      filter: builder =>
        this.context.sight.filterReadable(input.person, builder),
    });
    if (!row) throw new NotFoundError();
    return row;
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
    const mine = await this.queue({ person, request: { view: 'mine' } });
    const shared = await this.queue({
      person,
      request: { view: triages ? 'to-triage' : 'unclaimed' },
    });
    const bands = ['today', 'soon', 'ordinary'];
    return [...mine.rows, ...shared.rows]
      .sort(
        (a, b) => bands.indexOf(a.urgency.band) - bands.indexOf(b.urgency.band),
      )
      .slice(0, 5);
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
    const select = this.context.hub.database
      .from('query')
      .select('query.id')
      .limit(MOST);
    this.view(select, person, { view });
    this.context.sight.filterWorkable(person, select);
    return (await select).length;
  }

  private view(
    select: Knex.QueryBuilder,
    person: PersonContext,
    request: Pick<QueueRequest, 'view'>,
  ): void {
    switch (request.view) {
      case 'asked':
        select.where('query.raised_by', person.id);
        break;
      case 'closed':
        select.where('query.open', false);
        break;
      case 'to-triage':
        select.where('query.open', true).where('query.status', 'received');
        break;
      case 'unclaimed':
        select.where('query.open', true).where('query.status', 'triaged');
        break;
      case 'mine':
        select.where('query.open', true).where('query.assignee_id', person.id);
        break;
      case 'to-read':
        select
          .where('query.open', true)
          .where('query.status', 'with-second-reader')
          .whereNot('query.assignee_id', person.id)
          .where(reader =>
            reader
              .whereNull('query.second_reader_id')
              .orWhere('query.second_reader_id', person.id),
          );
        break;
      case 'waiting':
        select
          .where('query.open', true)
          .where('query.status', 'waiting-on-asker');
        break;
      default:
        select.where('query.open', true);
    }
  }

  private async rows(person: PersonContext, rows: QueryDbRow[]) {
    const { hub, extraColumns } = this.context;
    if (rows.length === 0) return [];
    const waiting = rows
      .filter(row => ['in-hand', 'with-second-reader'].includes(row.status))
      .map(row => row.id);
    const drafts: DraftDbRow[] = waiting.length
      ? await hub.database.from('query_draft').whereIn('query_id', waiting)
      : [];
    const draftOf = new Map(drafts.map(draft => [draft.query_id, draft]));
    const extra = await extraColumns(rows);
    return rows.map(row => ({
      ...this.presenter.row(person, row, draftOf.get(row.id)),
      extra: extra.get(row.id) ?? {},
    }));
  }
}

function cursorOf(row: QueryDbRow, request: QueueRequest) {
  if (request.view === 'asked') {
    return [row.received_at.toISOString(), row.id];
  }
  if (request.view === 'closed') {
    return [(row.closed_at ?? row.received_at).toISOString(), row.id];
  }
  return [row.rank, row.due_at.toISOString(), row.id];
}

function order(
  select: Knex.QueryBuilder,
  request: QueueRequest,
  latestFirst: boolean,
): void {
  const cursor = request.cursor ? readCursor(request.cursor) : undefined;
  if (latestFirst) {
    const column = request.view === 'closed' ? 'closed_at' : 'received_at';
    select.orderBy([
      { column: `query.${column}`, order: 'desc' },
      { column: 'query.id' },
    ]);
    if (cursor) {
      select.whereRaw(
        `(query.${column} < ? or (query.${column} = ? and query.id > ?))`,
        [cursor[0] ?? '', cursor[0] ?? '', cursor[1] ?? ''],
      );
    }
    return;
  }
  select.orderBy(['query.rank', 'query.due_at', 'query.id']);
  if (cursor) {
    select.whereRaw('(query.rank, query.due_at, query.id) > (?, ?, ?)', [
      Number(cursor[0]),
      cursor[1] ?? '',
      cursor[2] ?? '',
    ]);
  }
}
