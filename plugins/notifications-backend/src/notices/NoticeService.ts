import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  Announcements,
  LedgerActor,
  UnitOfWork,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import {
  LARGEST_UNREAD_COUNT,
  type ListNoticesQuery,
  type Notice,
  type NoticesPage,
  type ReadAllResult,
  type UnreadCount,
} from '@imsa-hub/notifications-common';
import type { NoticeAudience } from './NoticeAudience';
import { presentNotice, type NoticeRow } from './NoticeRow';
import type { NoticeStore } from './NoticeStore';
import { referencesOf } from './referencesOf';

const BATCH = 100;
/** Most rows that one request looks at, whatever it then shows. */
const MOST_ROWS = 1_000;

interface Caller {
  person: PersonContext;
  actor: LedgerActor;
}

/** A person's own notices, as far as they may still know of their records. */
export class NoticeService {
  constructor(
    private readonly options: {
      store: NoticeStore;
      audience: NoticeAudience;
      announcements: Announcements;
      logger: LoggerService;
      work: UnitOfWork;
    },
  ) {}

  /** Newest first. */
  async list(
    input: { person: PersonContext } & ListNoticesQuery,
  ): Promise<NoticesPage> {
    const { person, limit } = input;
    const shown: NoticeRow[] = [];
    const scan = this.scan({
      person,
      unreadOnly: input.unread === 'only',
      before: input.cursor,
    });
    for await (const batch of scan) {
      for (const row of batch.admitted) {
        if (shown.length === limit) {
          return this.present(shown, shown.at(-1)?.id);
        }
        shown.push(row);
      }
      if (batch.stopped) return this.present(shown, batch.lastId);
    }
    return this.present(shown, undefined);
  }

  /** How many are unread; counting stops above the most that is shown. */
  async countUnread(input: { person: PersonContext }): Promise<UnreadCount> {
    let count = 0;
    const scan = this.scan({ person: input.person, unreadOnly: true });
    for await (const batch of scan) {
      count += batch.admitted.length;
      if (count > LARGEST_UNREAD_COUNT) {
        return {
          count: LARGEST_UNREAD_COUNT,
          text: `${LARGEST_UNREAD_COUNT}+`,
        };
      }
    }
    return { count, text: String(count) };
  }

  /** @throws NotFoundError unless it is this person's and still to be known */
  async read(input: Caller & { noticeId: string }): Promise<Notice> {
    const { person, actor, noticeId } = input;
    const { store, audience, work } = this.options;
    const own = await store.find({ personId: person.id, id: noticeId });
    const [row] = await audience.admitted({
      person,
      notices: own ? [own] : [],
    });
    if (!row) throw new NotFoundError();
    if (row.read_at) return this.presentOne(row);
    const now = await work.run(actor, async unit => {
      const changed = await store.markRead({
        trx: unit.trx,
        personId: person.id,
        ids: [row.id],
        now: unit.now,
      });
      if (changed > 0) {
        unit.record({
          type: 'notifications.notice-read',
          subject: `notice:${row.id}`,
          publish: false,
        });
      }
      return unit.now;
    });
    return this.presentOne({ ...row, read_at: new Date(now) });
  }

  /**
   * Marks what was shown as read. What the person may not know of now stays
   * unread, so that it is new to them if they may again.
   */
  async readAll(input: Caller & { upTo: string }): Promise<ReadAllResult> {
    const { person, actor, upTo } = input;
    const ids: string[] = [];
    for await (const batch of this.scan({ person, unreadOnly: true, upTo })) {
      ids.push(...batch.admitted.map(row => row.id));
    }
    if (ids.length === 0) return { read: 0 };
    const read = await this.options.work.run(actor, async unit => {
      const changed = await this.options.store.markRead({
        trx: unit.trx,
        personId: person.id,
        ids,
        now: unit.now,
      });
      if (changed > 0) {
        unit.record({
          type: 'notifications.notices-read',
          subject: `person:${person.id}`,
          after: { upTo, read: changed },
          publish: false,
        });
      }
      return changed;
    });
    return { read };
  }

  /** The person's rows in batches, re-checked, up to {@link MOST_ROWS}. */
  private async *scan(input: {
    person: PersonContext;
    unreadOnly: boolean;
    before?: string;
    upTo?: string;
  }): AsyncGenerator<{
    admitted: NoticeRow[];
    lastId: string | undefined;
    stopped: boolean;
  }> {
    const { person, unreadOnly, upTo } = input;
    let { before } = input;
    for (let seen = BATCH; seen <= MOST_ROWS; seen += BATCH) {
      const rows = await this.options.store.page({
        personId: person.id,
        limit: BATCH,
        unreadOnly,
        before,
        upTo,
      });
      before = rows.at(-1)?.id;
      const admitted = await this.options.audience.admitted({
        person,
        notices: rows,
      });
      const whole = rows.length === BATCH;
      const stopped = whole && seen === MOST_ROWS;
      yield { admitted, lastId: before, stopped };
      if (!whole) return;
    }
  }

  private async present(
    rows: readonly NoticeRow[],
    nextCursor: string | undefined,
  ): Promise<NoticesPage> {
    const about = await referencesOf(this.options, rows);
    const phrase = (kind: string) => this.options.announcements.phrase(kind);
    return {
      notices: rows.map(row =>
        presentNotice({ row, about: about.get(row.subject), phrase }),
      ),
      nextCursor: nextCursor ?? null,
    };
  }

  private async presentOne(row: NoticeRow): Promise<Notice> {
    const { notices } = await this.present([row], undefined);
    const [notice] = notices;
    if (!notice) throw new NotFoundError();
    return notice;
  }
}
