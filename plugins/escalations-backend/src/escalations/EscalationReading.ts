import { NotFoundError } from '@backstage/errors';
import type {
  BoardRequest,
  BoardResponse,
  EscalationRecord,
} from '@imsa-hub/escalations-common';
import {
  cutPage,
  MomentPlaceSchema,
  readCursor,
  type LedgerActor,
  type Place,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { readingOf, type EscalationContext } from '../EscalationContext';
import type { FromQueryService } from '../fromQuery/FromQueryService';
import { caseContent } from './CaseContent';
import type { EscalationPresenter } from './EscalationPresenter';
import { filterBoard } from './filterBoard';
import { BOARD_COLUMNS, type WholeRow } from './EscalationStore';
import type { EscalationDbRow } from './EscalationRow';

const PAGE = 50;
const ENTRIES_PAGE = 100;

const PressingPlaceSchema = z.tuple([
  z.int(),
  z.iso.date(),
  z.string().max(26),
]);

/** The board and one record. All filtered in SQL. */
export class EscalationReading {
  constructor(
    private readonly context: EscalationContext,
    private readonly presenter: EscalationPresenter,
    private readonly fromQuery: FromQueryService,
  ) {}

  /** A page of the board, most pressing first; nothing of it is opened. */
  async board(input: {
    person: PersonContext;
    request: BoardRequest;
  }): Promise<BoardResponse> {
    const { person, request } = input;
    const { hub, sight } = this.context;
    const select = hub.database
      .from('escalation')
      .select(hub.database.raw(BOARD_COLUMNS))
      .limit(PAGE + 1);
    filterBoard(select, { person, request });
    if (request.view === 'raised-by-me') sight.filterReadable(person, select);
    else sight.filterWorkable(person, select);
    order(select, request);
    const found: EscalationDbRow[] = await select;
    const { rows, next } = cutPage({
      rows: found,
      size: PAGE,
      placeOf: row => placeOf(request, row),
    });
    return { rows: await this.presenter.rows({ person, rows }), next };
  }

  /** The record as this person may see it. Opening it is an entry in the ledger. */
  async record(input: {
    person: PersonContext;
    actor: LedgerActor;
    escalationId: string;
  }): Promise<EscalationRecord> {
    const { hub } = this.context;
    const { record, row: read } = await hub.work.run(
      input.actor,
      async work => {
        const row = await this.find(work.trx, input);
        work.record({ ...readingOf(row, input.person), publish: false });
        const presented = await this.presenter.present({
          person: input.person,
          row,
          knex: work.trx,
        });
        return { record: presented, row };
      },
    );
    return this.withQuery(input.person, read, record);
  }

  /** The fresh record after a change by this person; not a new reading. */
  async afterChange(input: {
    person: PersonContext;
    escalationId: string;
  }): Promise<EscalationRecord | undefined> {
    const knex = this.context.hub.database;
    const row = await this.look(knex, input);
    // Somebody who stepped back or passed it on cannot see it any more.
    if (!row) return undefined;
    const { person } = input;
    return this.withQuery(
      person,
      row,
      await this.presenter.present({ person, row, knex }),
    );
  }

  /** Names the query it came from: the advice line's to say, outside the transaction. */
  private async withQuery(
    person: PersonContext,
    row: WholeRow,
    record: EscalationRecord,
  ): Promise<EscalationRecord> {
    return {
      ...record,
      fromQuery: await this.fromQuery.see(person, row.from_query_id),
    };
  }

  /** Entries older than those that came with the record: a reading of its own. */
  async olderEntries(input: {
    person: PersonContext;
    actor: LedgerActor;
    escalationId: string;
    before: string;
  }): Promise<Pick<EscalationRecord, 'entries' | 'olderEntries'>> {
    const { hub, store } = this.context;
    return hub.work.run(input.actor, async work => {
      const knex = work.trx;
      const row = await this.findWorkable(knex, input);
      const [at, id] = readCursor({
        cursor: input.before,
        schema: MomentPlaceSchema,
        field: 'query.before',
      });
      work.record({ ...readingOf(row, input.person), publish: false });
      const rows = await store.entries({
        knex,
        escalationId: row.id,
        limit: ENTRIES_PAGE + 1,
        before: { at, id },
      });
      const content = caseContent(this.context, { knex, escalationId: row.id });
      return this.presenter.entriesPage(content, rows, ENTRIES_PAGE);
    });
  }

  /** A row this person may see. @throws NotFoundError otherwise */
  async find(
    knex: Knex,
    input: { person: PersonContext; escalationId: string },
  ): Promise<WholeRow> {
    const row = await this.look(knex, input);
    if (!row) throw new NotFoundError();
    return row;
  }

  /** A row this person may work on. @throws NotFoundError otherwise */
  async findWorkable(
    knex: Knex,
    input: { person: PersonContext; escalationId: string },
  ): Promise<WholeRow> {
    const row = await this.find(knex, input);
    if (!this.context.sight.mayWorkOn(input.person, row)) {
      throw new NotFoundError();
    }
    return row;
  }

  private look(
    knex: Knex,
    input: { person: PersonContext; escalationId: string },
  ): Promise<WholeRow | undefined> {
    return this.context.store.load({
      knex,
      where: { 'escalation.id': input.escalationId },
      filter: builder =>
        this.context.sight.filterReadable(input.person, builder),
    });
  }
}

const latestFirst = ({ view }: BoardRequest) =>
  view === 'raised-by-me' || view === 'closed';

function placeOf(request: BoardRequest, row: EscalationDbRow): Place {
  if (!latestFirst(request)) return [row.rank, row.press_on, row.id];
  const closed = request.view === 'closed' ? row.closed_at : null;
  return [(closed ?? row.raised_at).toISOString(), row.id];
}

function order(select: Knex.QueryBuilder, request: BoardRequest): void {
  const { cursor } = request;
  if (latestFirst(request)) {
    const column =
      request.view === 'closed'
        ? 'escalation.closed_at'
        : 'escalation.raised_at';
    select.orderBy([
      { column, order: 'desc' },
      { column: 'escalation.id', order: 'desc' },
    ]);
    if (cursor) {
      select.whereRaw('(??, escalation.id) < (?::timestamptz, ?)', [
        column,
        ...readCursor({ cursor, schema: MomentPlaceSchema }),
      ]);
    }
    return;
  }
  // By the table's own columns: "press_on" alone is its text of the select.
  select.orderBy(['escalation.rank', 'escalation.press_on', 'escalation.id']);
  if (cursor) {
    select.whereRaw(
      '(escalation.rank, escalation.press_on, escalation.id) > (?, ?::date, ?)',
      readCursor({ cursor, schema: PressingPlaceSchema }),
    );
  }
}
