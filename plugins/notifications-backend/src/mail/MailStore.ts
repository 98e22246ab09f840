import { newId } from '@imsa-hub/core';
import type { Knex } from 'knex';
import type { NoticeSubject } from '../notices/NoticeAudience';

/** People looked at in one round. */
const MOST_PEOPLE = 200;
/** Notices of one person looked at in one round. */
const MOST_NOTICES = 200;

/** Why no mail is made for a notice. */
export type SkipReason = 'not-admitted' | 'left' | 'switched-off';

/** A notice as mailing looks at it. */
export interface MailNotice extends NoticeSubject {
  id: string;
}

/** A mail that this process may try to send now: to a person, or outside. */
export interface ClaimedMail {
  id: string;
  /** Absent where it goes to somebody outside the register. */
  personId: string | null;
  /** Which plugin says where it goes and what it stands for. */
  outside: { plugin: string; subject: string } | null;
  /** This try included. */
  attempts: number;
  /** Why an earlier try failed. */
  lastError: string | null;
}

/** Seconds; see the settings of {@link MailSender}. */
export interface MailTimes {
  /** At most one mail a person in this span. */
  period: number;
  /** Notices younger than this wait for company, or to be read. */
  settle: number;
  /** Wait after the first failed try; doubled after each. */
  firstWait: number;
}

// Twelve doublings and one hour are enough for any mail server to come back.
const CLAIM = `
  update mail set claimed_at = now(), attempts = attempts + 1,
    not_before = now() + make_interval(secs =>
      least(3600, :firstWait::float * power(2, least(attempts, 12))))
  where id = (
    select id from mail
    where sent_at is null and dropped_at is null and not_before <= now()
      and attempts < :mostAttempts
    order by not_before, id limit 1 for update skip locked)
  returning id, person_id, outside_plugin, outside_subject, attempts,
    last_error`;

// A person whose last mail is younger than a period, or still on its way, is
// not told again yet.
const PEOPLE = `
  select n.person_id, min(n.created_at) as oldest
  from notice n
  where n.read_at is null and n.mail_id is null and n.mail_skipped is null
    and n.created_at < now() - make_interval(secs => :settle)
    and n.type = any(:types)
    and not exists (select from mail m where m.person_id = n.person_id
      and (m.created_at > now() - make_interval(secs => :period)
        or (m.sent_at is null and m.dropped_at is null)))
  group by n.person_id order by oldest limit ${MOST_PEOPLE}`;

const MAKE = `
  insert into mail (id, person_id)
  select :id, :personId
  where not exists (select from mail m where m.person_id = :personId
    and (m.created_at > now() - make_interval(secs => :period)
      or (m.sent_at is null and m.dropped_at is null)))
  returning id`;

/** Rows of `mail`, and which notices they stand for. */
export class MailStore {
  constructor(private readonly options: { knex: Knex; times: MailTimes }) {}

  /** Types of the notices that no mail was made for yet. */
  async waitingTypes(): Promise<string[]> {
    return this.unmailed().distinct().pluck('type');
  }

  /** People who are due a mail, the longest waiting first. */
  async peopleToTell(types: readonly string[]): Promise<string[]> {
    const { settle, period } = this.options.times;
    const { rows } = await this.options.knex.raw(PEOPLE, {
      settle,
      period,
      types,
    });
    return rows.map((row: { person_id: string }) => row.person_id);
  }

  /** The person's notices that a mail made now would stand for. */
  async noticesToTell(input: {
    personId: string;
    types: readonly string[];
  }): Promise<MailNotice[]> {
    return this.unmailed()
      .where({ person_id: input.personId })
      .whereIn('type', input.types)
      .orderBy('id')
      .limit(MOST_NOTICES)
      .select('id', 'type', 'subject');
  }

  /** No mail will be made for these. */
  async skip(input: {
    ids: readonly string[];
    reason: SkipReason;
  }): Promise<void> {
    if (input.ids.length === 0) return;
    await this.unmailed()
      .whereIn('id', input.ids)
      .update({ mail_skipped: input.reason });
  }

  /**
   * Makes one mail for these notices, or none when another replica was first.
   * The person is locked meanwhile, so that no two replicas make one each.
   */
  async make(input: {
    personId: string;
    ids: readonly string[];
  }): Promise<string | undefined> {
    const { personId, ids } = input;
    return this.options.knex.transaction(async trx => {
      await trx.raw(
        "select pg_advisory_xact_lock(hashtextextended('hub mail ' || ?, 0))",
        [personId],
      );
      const id = newId();
      const made = await trx.raw(MAKE, {
        id,
        personId,
        period: this.options.times.period,
      });
      if (made.rows.length === 0) return undefined;
      const told = await this.unmailed(trx)
        .whereIn('id', ids)
        .update({ mail_id: id });
      if (told > 0) return id;
      // All were read just now.
      await trx.table('mail').where({ id }).delete();
      return undefined;
    });
  }

  /** Takes the next mail that is due; the try is counted before it is made. */
  async claim(input: {
    mostAttempts: number;
  }): Promise<ClaimedMail | undefined> {
    const { rows } = await this.options.knex.raw(CLAIM, {
      firstWait: this.options.times.firstWait,
      mostAttempts: input.mostAttempts,
    });
    return rows.map(claimed)[0];
  }

  /** The mail's notices that are still unread. */
  async unreadNoticesOf(mailId: string): Promise<MailNotice[]> {
    return this.options.knex
      .table('notice')
      .where({ mail_id: mailId })
      .whereNull('read_at')
      .select('id', 'type', 'subject');
  }

  /** Locks a mail that is still to be sent; false where it is not. */
  async lock(input: { trx: Knex; mailId: string }): Promise<boolean> {
    const rows = await input.trx
      .table('mail')
      .where({ id: input.mailId })
      .whereNull('sent_at')
      .whereNull('dropped_at')
      .forUpdate()
      .skipLocked()
      .select('id');
    return rows.length === 1;
  }

  async markSent(input: {
    trx: Knex;
    mailId: string;
    now: string;
  }): Promise<void> {
    await input.trx
      .table('mail')
      .where({ id: input.mailId })
      .update({ sent_at: input.now, last_error: null });
  }

  /** Notes why a try failed, or why there will be no other. */
  async noteFailure(input: {
    mailId: string;
    code: string;
    drop: boolean;
    trx?: Knex;
  }): Promise<boolean> {
    const changed = await (input.trx ?? this.options.knex)
      .table('mail')
      .where({ id: input.mailId })
      .whereNull('sent_at')
      .whereNull('dropped_at')
      .update({
        last_error: input.code,
        ...(input.drop ? { dropped_at: this.options.knex.fn.now() } : {}),
      });
    return changed === 1;
  }

  /** One transaction on the mails, for what must end together with one. */
  transaction<T>(run: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.options.knex.transaction(run);
  }

  /** Mails whose last try ended with the process: to be given up too. */
  async exhausted(input: { mostAttempts: number }): Promise<ClaimedMail[]> {
    const rows = await this.options.knex
      .table('mail')
      .whereNull('sent_at')
      .whereNull('dropped_at')
      .where('attempts', '>=', input.mostAttempts)
      .where('not_before', '<=', this.options.knex.fn.now());
    return rows.map(claimed);
  }

  private unmailed(knex: Knex = this.options.knex) {
    return knex
      .table('notice')
      .whereNull('read_at')
      .whereNull('mail_id')
      .whereNull('mail_skipped');
  }
}

function claimed(row: {
  id: string;
  person_id: string | null;
  outside_plugin: string | null;
  outside_subject: string | null;
  attempts: number;
  last_error: string | null;
}): ClaimedMail {
  const { outside_plugin: plugin, outside_subject: subject } = row;
  return {
    id: row.id,
    personId: row.person_id,
    outside: plugin && subject ? { plugin, subject } : null,
    attempts: row.attempts,
    lastError: row.last_error,
  };
}
