import type {
  Draft,
  NamedPerson,
  Opening,
  QueryEntry,
  ReplyKind,
} from '@imsa-hub/advice-common';
import { DestroyedContentError, marksOfSealed } from '@imsa-hub/core-node';
import { namedPerson } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { DraftDbRow, EntryDbRow } from './QueryRow';

/** What a sealed reply holds besides its words. */
export interface SealedReply {
  text: string;
  cites: string[];
}

/** What stands in the place of content whose key was destroyed. */
export const DESTROYED =
  'The content was destroyed at the end of its retention.';

/** What somebody wrote of a reply, for the confidentiality guard. */
export const wordsOfReply = ({ text, cites }: SealedReply) =>
  [text, ...cites].join('\n');

/** Where in a query a sealed text stands. */
interface SealedIn {
  queryId: string;
  table: string;
  column: string;
  row: string;
}

/** Opens what is sealed in a query, for whoever was found to be allowed to see it. */
export class QueryContent {
  constructor(private readonly context: AdviceContext) {}

  /** Opens a sealed text of this query. */
  async open(
    knex: Knex,
    queryId: string,
    table: string,
    column: string,
    row: string,
    sealed: string,
  ): Promise<string> {
    return (
      (await this.unseal(knex, { queryId, table, column, row }, sealed)) ??
      DESTROYED
    );
  }

  /** The text; nothing where it was destroyed. */
  private async unseal(
    knex: Knex,
    { queryId, ...place }: SealedIn,
    sealed: string,
  ): Promise<string | undefined> {
    try {
      return await this.context.hub.sealing.unseal({
        trx: knex,
        caseId: queryId,
        ...place,
        sealed,
      });
    } catch (error) {
      if (error instanceof DestroyedContentError) return undefined;
      throw error;
    }
  }

  /** Opens one sealed reply. */
  async openReply(
    knex: Knex,
    place: SealedIn,
    sealed: string,
  ): Promise<SealedReply> {
    const reply = await this.unseal(knex, place, sealed);
    return reply ? JSON.parse(reply) : { text: DESTROYED, cites: [] };
  }

  async entry(knex: Knex, entry: EntryDbRow): Promise<QueryEntry> {
    const reply =
      entry.kind === 'reply' && entry.sealed_body
        ? await this.openReply(
            knex,
            {
              queryId: entry.query_id,
              table: 'query_entry',
              column: 'sealed_body',
              row: entry.id,
            },
            entry.sealed_body,
          )
        : undefined;
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      kind: entry.kind,
      by: this.named(entry.by_id),
      summary: entry.summary,
      body: reply?.text ?? (await this.openBody(knex, entry)),
      replyKind: entry.reply_kind,
      cites: reply?.cites ?? [],
      secondReader: this.named(entry.second_reader_id),
    };
  }

  private async openBody(knex: Knex, entry: EntryDbRow) {
    if (!entry.sealed_body) return null;
    return this.open(
      knex,
      entry.query_id,
      'query_entry',
      'sealed_body',
      entry.id,
      entry.sealed_body,
    );
  }

  async draft(knex: Knex, draft: DraftDbRow): Promise<Draft> {
    const place = {
      queryId: draft.query_id,
      table: 'query_draft',
      column: 'sealed_body',
      row: draft.id,
    };
    const reply = await this.openReply(knex, place, draft.sealed_body);
    return {
      id: draft.id,
      body: reply.text,
      kind: draft.kind as ReplyKind,
      cites: reply.cites,
      templateId: draft.template_id,
      templateVersion: draft.template_version,
      author: this.person(draft.author_id),
      secondReader: this.named(draft.second_reader_id),
      returnedFor: draft.sealed_returned_for
        ? await this.open(
            knex,
            draft.query_id,
            'query_draft',
            'sealed_returned_for',
            draft.id,
            draft.sealed_returned_for,
          )
        : null,
      savedAt: draft.saved_at.toISOString(),
      marked: marksOfSealed(draft.sealed_body),
      returnedForMarked: marksOfSealed(draft.sealed_returned_for),
    };
  }

  /** Who opened it by break-glass, and why they said they had to. */
  async openings(knex: Knex, queryId: string): Promise<Opening[]> {
    const openings: Opening[] = [];
    for (const row of await this.context.store.openings(knex, queryId)) {
      openings.push({
        id: row.id,
        by: this.person(row.person_id),
        at: row.at.toISOString(),
        until: row.until.toISOString(),
        reason: await this.open(
          knex,
          queryId,
          'break_glass',
          'sealed_reason',
          row.id,
          row.sealed_reason,
        ),
        marked: marksOfSealed(row.sealed_reason),
      });
    }
    return openings;
  }

  /** A person by register id, as others see them. */
  named(personId: string | null): NamedPerson | null {
    return personId ? this.person(personId) : null;
  }

  private person(personId: string): NamedPerson {
    return namedPerson(this.context.hub.people, personId);
  }
}
