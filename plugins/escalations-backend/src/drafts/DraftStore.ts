import { NotFoundError } from '@backstage/errors';
import type { JourneyAnswers } from '@imsa-hub/core';
import {
  DestroyedContentError,
  type Sealing,
  type Work,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';

/** A row of `escalations.draft`. */
export interface DraftDbRow {
  id: string;
  version: number;
  type: string;
  author_id: string;
  escalation_id: string | null;
  from_query_id: string | null;
  saved_at: Date;
  sealed_answers: string;
  /** What the case said that it mends, when it was begun. */
  sealed_basis: string | null;
}

/** Whose draft is meant, by its author alone. */
export interface OwnDraft {
  person: PersonContext;
  draftId: string;
}

/** Reads and writes drafts. Whatever is asked for, only its author finds it. */
export class DraftStore {
  constructor(private readonly sealing: Sealing) {}

  /** The author's own draft. @throws NotFoundError otherwise */
  async find(knex: Knex, draft: OwnDraft): Promise<DraftDbRow> {
    const row = await this.own(knex, draft).first();
    if (!row) throw new NotFoundError();
    return row;
  }

  /** The same, locked. */
  async lock(trx: Knex, draft: OwnDraft): Promise<DraftDbRow> {
    const row = await this.own(trx, draft).forUpdate().first();
    if (!row) throw new NotFoundError();
    return row;
  }

  /** Everything a person is writing, latest first. */
  async all(knex: Knex, authorId: string, most: number): Promise<DraftDbRow[]> {
    return knex
      .from('draft')
      .where({ author_id: authorId })
      .orderBy('saved_at', 'desc')
      .limit(most);
  }

  /**
   * What a draft holds, opened.
   *
   * @throws NotFoundError where it was raised or deleted, in another window,
   *   between finding its row and opening it
   */
  async answers(knex: Knex, row: DraftDbRow): Promise<Record<string, unknown>> {
    try {
      return JSON.parse(
        await this.sealing.unseal({
          ...place(row.id),
          trx: knex,
          sealed: row.sealed_answers,
        }),
      );
    } catch (error) {
      if (error instanceof DestroyedContentError) throw new NotFoundError();
      throw error;
    }
  }

  /** What the case said that it mends, when it was begun; else nothing. */
  async basis(knex: Knex, row: DraftDbRow): Promise<JourneyAnswers> {
    if (!row.sealed_basis) return {};
    return JSON.parse(
      await this.sealing.unseal({
        ...place(row.id, 'sealed_basis'),
        trx: knex,
        sealed: row.sealed_basis,
      }),
    );
  }

  seal(
    trx: Knex,
    draftId: string,
    answers: JourneyAnswers,
    column: SealedColumn = 'sealed_answers',
  ): Promise<string> {
    return this.sealing.seal({
      ...place(draftId, column),
      trx,
      text: JSON.stringify(answers),
      // Its author is told as they type; nobody else reads it.
      words: '',
    });
  }

  /** Takes a draft away, its content for good. */
  async remove(work: Work, draftId: string): Promise<void> {
    await work.trx.table('draft').where({ id: draftId }).delete();
    await this.sealing.destroyCase({ trx: work.trx, caseId: draftId });
  }

  private own(knex: Knex, { person, draftId }: OwnDraft) {
    return knex.from('draft').where({ id: draftId, author_id: person.id });
  }
}

type SealedColumn = 'sealed_answers' | 'sealed_basis';

const place = (draftId: string, column: SealedColumn = 'sealed_answers') => ({
  caseId: draftId,
  table: 'draft',
  column,
  row: draftId,
});
