import { NotFoundError } from '@backstage/errors';
import type {
  MailListRequest,
  MailListResponse,
  MailOfQuery,
  MailRecord,
} from '@imsa-hub/advice-common';
import {
  MomentPlaceSchema,
  cutPage,
  readCursor,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { NoteDbRow } from './askerNotes';
import { mailReadingOf, type MailDbRow } from './MailDbRow';
import {
  mailActions,
  type MailPresenter,
  type MailWithQuery,
} from './MailPresenter';
import type { MailSight } from './MailSight';

const PAGE = 50;
/** Counts stop here. */
const MOST = 100;
const MOST_NOTES = 100;

/** The list of mails, one mail, and what was sent back. Filtered in SQL. */
export class MailReading {
  constructor(
    private readonly options: {
      context: AdviceContext;
      sight: MailSight;
      presenter: MailPresenter;
      connected: boolean;
    },
  ) {}

  /** Waiting mails, the oldest first; mails set aside, the latest first. */
  async list(input: {
    person: PersonContext;
    request: MailListRequest;
  }): Promise<MailListResponse> {
    const { person, request } = input;
    const { presenter, connected } = this.options;
    const select = this.select(this.options.context.hub.database, person)
      .where('mailbox_mail.status', request.view)
      .limit(PAGE + 1);
    const waiting = request.view === 'waiting';
    const column = waiting ? 'received_at' : 'handled_at';
    select.orderBy([
      { column: `mailbox_mail.${column}`, order: waiting ? 'asc' : 'desc' },
      { column: 'mailbox_mail.id' },
    ]);
    if (request.cursor) {
      const [at, id] = readCursor({
        cursor: request.cursor,
        schema: MomentPlaceSchema,
      });
      select.whereRaw(
        `(mailbox_mail.${column} ${waiting ? '>' : '<'} ?
          or (mailbox_mail.${column} = ? and mailbox_mail.id > ?))`,
        [at, at, id],
      );
    }
    const found: MailWithQuery[] = await select;
    const { rows, next } = cutPage({
      rows: found,
      size: PAGE,
      placeOf: row => [(row[column] ?? row.received_at).toISOString(), row.id],
    });
    return { rows: rows.map(row => presenter.row(row)), next, connected };
  }

  /** How many wait to be logged; no further than 100. */
  async countWaiting(person: PersonContext): Promise<number> {
    const rows = this.options.context.hub.database
      .from('mailbox_mail')
      .select('mailbox_mail.id')
      .where('mailbox_mail.status', 'waiting')
      .limit(MOST);
    this.options.sight.filter(person, rows);
    return (await rows).length;
  }

  /** One mail. Opening what is sealed is an entry in the ledger. */
  async record(input: {
    person: PersonContext;
    actor: LedgerActor;
    mailId: string;
  }): Promise<MailRecord> {
    return this.options.context.hub.work.run(input.actor, async work => {
      const row = await this.find(work.trx, input);
      work.record({ ...mailReadingOf(row.id), publish: false });
      return this.options.presenter.record(work.trx, row);
    });
  }

  /** A mail this person may see. @throws NotFoundError otherwise */
  async find(
    knex: Knex,
    input: { person: PersonContext; mailId: string; lock?: boolean },
  ): Promise<MailWithQuery> {
    // Locked first and asked afterwards: whoever waited for somebody else to
    // log it must be judged by the query that is there now.
    if (input.lock) {
      await knex
        .from('mailbox_mail')
        .where({ id: input.mailId })
        .forUpdate()
        .select('id');
    }
    const select = this.select(knex, input.person).where(
      'mailbox_mail.id',
      input.mailId,
    );
    const [row]: MailWithQuery[] = await select;
    if (!row) throw new NotFoundError();
    return row;
  }

  /** What was sent to the asker of a query that came by mail. No content. */
  async ofQuery(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<MailOfQuery> {
    const { database: knex } = this.options.context.hub;
    const select = this.select(knex, input.person).where({
      'mailbox_mail.query_id': input.queryId,
      'mailbox_mail.status': 'logged',
    });
    const [row]: MailDbRow[] = await select;
    if (!row) throw new NotFoundError();
    const notes: NoteDbRow[] = await knex
      .from('mailbox_note')
      .where({ mail_id: row.id })
      .orderBy(['made_at', 'id'])
      .limit(MOST_NOTES);
    return {
      mailId: row.id,
      mayWrite: row.may_write,
      notes: notes.map(note => ({
        id: note.id,
        kind: note.kind,
        madeAt: note.made_at.toISOString(),
        outcome: note.outcome,
      })),
      allowedActions: mailActions(row),
    };
  }

  private select(knex: Knex, person: PersonContext): Knex.QueryBuilder {
    const select = knex
      .from('mailbox_mail')
      .select(
        'mailbox_mail.*',
        knex.raw(
          '(select q.reference from query q where q.id = mailbox_mail.query_id) as query_reference',
        ),
      )
      .whereNot('mailbox_mail.status', 'destroyed');
    this.options.sight.filter(person, select);
    return select;
  }
}
