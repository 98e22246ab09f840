import { DestroyedContentError, type HubService } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import {
  SEALED_MAIL_COLUMNS,
  type MailDbRow,
  type SealedMailColumn,
} from './MailDbRow';

const NOT_WORDS: readonly SealedMailColumn[] = [
  'sealed_sender',
  'sealed_attachments',
];

/** Seals and opens mails: with a key of their own until they are logged. */
export class MailSealing {
  constructor(private readonly sealing: HubService['sealing']) {}

  async seal(input: {
    trx: Knex;
    caseId: string;
    mailId: string;
    column: SealedMailColumn;
    text: string;
  }): Promise<string> {
    const { mailId, ...rest } = input;
    return this.sealing.seal({
      ...rest,
      table: 'mailbox_mail',
      row: mailId,
      // An address and names of files, as the mail came: nobody's words.
      ...(NOT_WORDS.includes(rest.column) ? { words: '' } : {}),
    });
  }

  /** The text of a column; nothing where it holds none, or no longer. */
  async open(input: {
    knex: Knex;
    row: MailDbRow;
    column: SealedMailColumn;
  }): Promise<string | null> {
    const { knex, row, column } = input;
    const sealed = row[column];
    if (sealed === null) return null;
    try {
      return await this.sealing.unseal({
        trx: knex,
        caseId: caseOf(row),
        table: 'mailbox_mail',
        column,
        row: row.id,
        sealed,
      });
    } catch (error) {
      if (error instanceof DestroyedContentError) return null;
      throw error;
    }
  }

  /** Whom the mail says that it is from. */
  async sender(
    knex: Knex,
    row: MailDbRow,
  ): Promise<{ address: string; name: string } | null> {
    const text = await this.open({ knex, row, column: 'sealed_sender' });
    return text ? JSON.parse(text) : null;
  }

  /** Seals a mail anew with its query's key and destroys its own. */
  async moveToQuery(input: {
    trx: Knex;
    row: MailDbRow;
    queryId: string;
  }): Promise<Partial<MailDbRow>> {
    const { trx, row, queryId } = input;
    const moved: Partial<MailDbRow> = {};
    for (const column of SEALED_MAIL_COLUMNS) {
      const text = await this.open({ knex: trx, row, column });
      if (text === null) continue;
      moved[column] = await this.seal({
        trx,
        caseId: queryId,
        mailId: row.id,
        column,
        text,
      });
    }
    await this.sealing.destroyCase({ trx, caseId: row.id });
    return moved;
  }
}

/** Whose key seals it. */
export function caseOf(row: MailDbRow): string {
  return row.status === 'logged' && row.query_id ? row.query_id : row.id;
}
