import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Announcements,
  LedgerActor,
  UnitOfWork,
} from '@imsa-hub/core-node';
import { requireRegister, type PeopleDirectory } from '@imsa-hub/network-node';
import type { NoticeAudience } from '../notices/NoticeAudience';
import type { PreferenceStore } from '../preferences/PreferenceStore';
import { mailErrorCode } from './mailErrorCode';
import type { ClaimedMail, MailNotice, MailStore } from './MailStore';
import type { MailTransport } from './MailTransport';
import { UnusableAddressError, type WaitingMail } from './waitingMail';

/** After so many failures in a row, the mail server is left alone this round. */
const MOST_FAILURES_IN_ROUND = 3;

/** Thrown while a plugin cannot say who may know of its records. */
class UnansweredError extends Error {
  override name = 'UnansweredError';
  readonly code = 'audience-unanswered';
}

/** What {@link MailSender} stands on. */
export interface MailSenderOptions {
  store: MailStore;
  audience: NoticeAudience;
  preferences: PreferenceStore;
  announcements: Announcements;
  people: PeopleDirectory;
  work: UnitOfWork;
  systemActor: LedgerActor;
  transport: MailTransport;
  waitingMail: WaitingMail;
  logger: LoggerService;
  /** Tries before a mail is given up. */
  mostAttempts: number;
}

/**
 * Tells people by mail that something is waiting. Making a mail (with the
 * notices it stands for) and sending it are apart: a mail that is made is sent
 * later by any replica, and marked in the transaction that locks it. A process
 * that dies between the mail server's "taken" and that commit hands the mail
 * over once more, under the same Message-ID; nothing else repeats one, except
 * a mail server that takes a mail and does not say so.
 */
export class MailSender {
  constructor(private readonly options: MailSenderOptions) {}

  /** Makes the mails that are due, then sends what is waiting. */
  async round(): Promise<void> {
    // Whoever is not known counts as having left, and gets no mail.
    await requireRegister(this.options.people);
    await this.make();
    await this.send();
  }

  private async make(): Promise<void> {
    const { store, announcements } = this.options;
    // A type that only another version of the hub knows is left to that one.
    const waiting = await store.waitingTypes();
    const types = waiting.filter(type => announcements.byType(type));
    if (types.length === 0) return;
    for (const personId of await store.peopleToTell(types)) {
      await this.makeFor({ personId, types });
    }
  }

  private async makeFor(input: {
    personId: string;
    types: readonly string[];
  }): Promise<void> {
    const { store, people, audience, preferences } = this.options;
    const { personId } = input;
    const notices = await store.noticesToTell(input);
    const ids = idsOf(notices);
    const person = people.byId(personId);
    if (!person) {
      await store.skip({ ids, reason: 'left' });
      return;
    }
    if (!(await preferences.of(personId)).mail) {
      await store.skip({ ids, reason: 'switched-off' });
      return;
    }
    const { admitted, refused } = await audience.judge({ person, notices });
    await store.skip({ ids: idsOf(refused), reason: 'not-admitted' });
    if (admitted.length === 0) return;
    await store.make({ personId, ids: idsOf(admitted) });
  }

  private async send(): Promise<void> {
    const { store, mostAttempts } = this.options;
    for (const mailId of await store.dropExhausted({ mostAttempts })) {
      this.logGivenUp({ mailId, code: 'interrupted' });
    }
    let failures = 0;
    while (failures < MOST_FAILURES_IN_ROUND) {
      const mail = await store.claim({ mostAttempts });
      if (!mail) return;
      failures = (await this.try(mail)) ? 0 : failures + 1;
    }
  }

  /** Whether the mail server may be asked to take the next one. */
  private async try(mail: ClaimedMail): Promise<boolean> {
    try {
      const { to, obstacle } = await this.recipient(mail);
      if (to !== undefined) await this.handOver({ mailId: mail.id, to });
      else {
        await this.options.store.noteFailure({
          mailId: mail.id,
          code: obstacle,
          drop: true,
        });
      }
      return true;
    } catch (error) {
      await this.failed({ mail, error });
      return error instanceof UnusableAddressError;
    }
  }

  /** Where the mail goes, or why it need not: people change while it waits. */
  private async recipient(
    mail: ClaimedMail,
  ): Promise<
    { to: string; obstacle?: undefined } | { to?: undefined; obstacle: string }
  > {
    const { store, people, audience, preferences } = this.options;
    const person = people.byId(mail.personId);
    if (!person) return { obstacle: 'left' };
    if (!(await preferences.of(person.id)).mail) {
      return { obstacle: 'switched-off' };
    }
    const notices = await store.unreadNoticesOf(mail.id);
    const { admitted, unanswered } = await audience.judge({ person, notices });
    if (admitted.length > 0) return { to: person.email };
    if (unanswered.length > 0) throw new UnansweredError();
    return { obstacle: 'nothing-waiting' };
  }

  private async handOver(input: { mailId: string; to: string }): Promise<void> {
    const { store, work, systemActor, transport, waitingMail } = this.options;
    const { mailId } = input;
    const content = waitingMail(input);
    await work.run(systemActor, async ({ trx, now, record }) => {
      if (!(await store.lock({ trx, mailId }))) return;
      await transport.send(content);
      await store.markSent({ trx, mailId, now });
      record({
        type: 'notifications.mail-sent',
        subject: `mail:${mailId}`,
        publish: false,
      });
    });
  }

  private async failed(input: {
    mail: ClaimedMail;
    error: unknown;
  }): Promise<void> {
    const { mail, error } = input;
    const { store, logger, mostAttempts } = this.options;
    const code = mailErrorCode(error);
    const drop =
      mail.attempts >= mostAttempts || error instanceof UnusableAddressError;
    await store.noteFailure({ mailId: mail.id, code, drop });
    if (drop) this.logGivenUp({ mailId: mail.id, code });
    else {
      logger.warn('A mail could not be sent and will be tried again', {
        mailId: mail.id,
        attempts: mail.attempts,
        code,
      });
    }
  }

  private logGivenUp(input: { mailId: string; code: string }): void {
    this.options.logger.error('A mail was given up', input);
  }
}

function idsOf(notices: readonly MailNotice[]): string[] {
  return notices.map(notice => notice.id);
}
