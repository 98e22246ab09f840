import type { MailAction, MailRecord, MailRow } from '@imsa-hub/advice-common';
import { londonDateOf, markedIn } from '@imsa-hub/core';
import { marksOfSealed } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { QueryContent } from '../queries/QueryContent';
import type { MailDbRow } from './MailDbRow';
import { DESTROYED } from '../queries/QueryContent';
import type { MailSealing } from './MailSealing';

const DAY_MS = 86_400_000;

/** A row with the reference of its query. */
export type MailWithQuery = MailDbRow & { query_reference: string | null };

/** Turns mails into what a person is shown, with the actions open to them. */
export class MailPresenter {
  constructor(
    private readonly options: {
      context: AdviceContext;
      sealing: MailSealing;
      people: Pick<QueryContent, 'named'>;
      keepSetAsideDays: number;
    },
  ) {}

  /** A row of the list. Nothing is opened. */
  row(row: MailWithQuery): MailRow {
    return {
      id: row.id,
      version: row.version,
      status: row.status,
      receivedAt: row.received_at.toISOString(),
      automatic: row.automatic,
      attachmentCount: row.attachment_count,
      handledBy: this.options.people.named(row.handled_by),
      handledAt: row.handled_at?.toISOString() ?? null,
      category: row.category,
      query:
        isOfQuery(row) && row.query_id && row.query_reference
          ? { id: row.query_id, reference: row.query_reference }
          : null,
      destroyOn: this.destroyOn(row),
      allowedActions: mailActions(row),
    };
  }

  /** The mail, opened. */
  async record(knex: Knex, row: MailWithQuery): Promise<MailRecord> {
    const { sealing, context } = this.options;
    const open = (column: Parameters<MailSealing['open']>[0]['column']) =>
      sealing.open({ knex, row, column });
    const text =
      (await open('sealed_text')) ??
      // It is sealed with its query's key.
      (row.status === 'logged' ? DESTROYED : '');
    const subject = (await open('sealed_subject')) ?? '';
    return {
      ...this.row(row),
      sender: await sealing.sender(knex, row),
      subject,
      text,
      cut: row.cut,
      attachments: JSON.parse((await open('sealed_attachments')) ?? '[]'),
      answerable: row.answerable,
      reason: await open('sealed_reason'),
      namedOrganisations: row.named_organisation_ids.flatMap(id => {
        const organisation = context.hub.people.organisation(id);
        return organisation ? [{ id, name: organisation.name }] : [];
      }),
      marked: markedIn(`${subject}\n${text}`),
      reasonMarked: marksOfSealed(row.sealed_reason),
    };
  }

  private destroyOn(row: MailDbRow): string | null {
    if (row.status !== 'set-aside' || !row.handled_at) return null;
    const days = this.options.keepSetAsideDays;
    return londonDateOf(
      new Date(row.handled_at.getTime() + days * DAY_MS).toISOString(),
    );
  }
}

/** Whether the query of a mail is what it became or repeats, and not what it was once taken for. */
function isOfQuery(row: MailDbRow): boolean {
  return row.status === 'logged' || row.category === 'duplicate';
}

/** What can be done with a mail where it stands. */
export function mailActions(row: MailDbRow): MailAction[] {
  if (row.status === 'waiting') return ['log', 'set-aside'];
  if (row.status === 'set-aside') return ['put-back'];
  return row.status === 'logged' && row.may_write ? ['stop-writing'] : [];
}
