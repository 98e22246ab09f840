import type { Knex } from 'knex';
import { NOTICE_COLUMNS, type NoticeRow } from './NoticeRow';

/** Rows of `notice`, always of one person. */
export class NoticeStore {
  constructor(private readonly knex: Knex) {}

  /**
   * The person's notices, newest first: ids are made in the order in which
   * notices arrive. `before` is left out itself, `upTo` is not.
   */
  async page(input: {
    personId: string;
    limit: number;
    unreadOnly: boolean;
    before?: string;
    upTo?: string;
  }): Promise<NoticeRow[]> {
    return this.knex
      .table('notice')
      .where({ person_id: input.personId })
      .modify(query => {
        if (input.unreadOnly) query.whereNull('read_at');
        if (input.before) query.where('id', '<', input.before);
        if (input.upTo) query.where('id', '<=', input.upTo);
      })
      .orderBy('id', 'desc')
      .limit(input.limit)
      .select(NOTICE_COLUMNS);
  }

  /** One notice, if it is this person's. */
  async find(input: {
    personId: string;
    id: string;
  }): Promise<NoticeRow | undefined> {
    return this.knex
      .table('notice')
      .where({ id: input.id, person_id: input.personId })
      .first(NOTICE_COLUMNS);
  }

  /**
   * Marks the person's notices as read; a second reading keeps the first
   * moment.
   *
   * @returns how many were unread before
   */
  async markRead(input: {
    trx: Knex;
    personId: string;
    ids: readonly string[];
    now: string;
  }): Promise<number> {
    return input.trx
      .table('notice')
      .where({ person_id: input.personId })
      .whereIn('id', input.ids)
      .whereNull('read_at')
      .update({ read_at: input.now });
  }
}
