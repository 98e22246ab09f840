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
import { UnusableAddressError } from './mailAddress';
import type { OutsideMailer } from './OutsideMailer';
import { PersonMailer, type Composed } from './PersonMailer';
import type { WaitingMail } from './waitingMail';
import type { SendMailOptions } from 'nodemailer';

/** After so many failures in a row, the mail server is left alone this round. */
const MOST_FAILURES_IN_ROUND = 3;

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
  outside: OutsideMailer;
  logger: LoggerService;
  /** Tries before a mail is given up. */
  mostAttempts: number;
}

/**
 * Tells people by mail that something is waiting. Making a mail (with the
 * notices it stands for) and sending it are apart: a mail that is made is sent
 * later by any replica, and marked in the transaction that locks it. Where that
 * commit fails and the process lives, it remembers what was taken. One that dies
 * between the mail server's "taken" and the commit leaves a mail that is handed
 * over once more, under the same Message-ID; nothing else repeats one, except a
 * mail server that takes a mail and does not say so.
 */
export class MailSender {
  private readonly toPeople: PersonMailer;
  /** Mails that the mail server took, and whose rows do not say so yet. */
  private readonly taken = new Set<string>();

  constructor(private readonly options: MailSenderOptions) {
    this.toPeople = new PersonMailer(options);
  }

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
    for (const mail of await store.exhausted({ mostAttempts })) {
      await this.giveUp({ mail, code: mail.lastError ?? 'interrupted' });
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
      const { content, obstacle } = await this.compose(mail);
      if (content) await this.handOver({ mail, content });
      else await this.drop({ mail, code: obstacle, outcome: 'not-wanted' });
      return true;
    } catch (error) {
      await this.failed({ mail, error });
      return error instanceof UnusableAddressError;
    }
  }

  /** What is sent, or why it need not be. */
  private async compose(mail: ClaimedMail): Promise<Composed> {
    if (!mail.outside) return this.toPeople.compose(mail);
    const content = await this.options.outside.compose({
      mailId: mail.id,
      ...mail.outside,
    });
    return content ? { content } : { obstacle: 'not-wanted' };
  }

  private async handOver(input: {
    mail: ClaimedMail;
    content: SendMailOptions;
  }): Promise<void> {
    const { store, work, systemActor, transport, outside } = this.options;
    const { mail, content } = input;
    await work.run(systemActor, async ({ trx, now, record }) => {
      if (!(await store.lock({ trx, mailId: mail.id }))) return;
      // Written first and handed over last: a hub that dies after the mail
      // server's yes has the least left to do, and nothing stands if it says no.
      await store.markSent({ trx, mailId: mail.id, now });
      await outside.ended({ mail, outcome: 'sent', now, trx });
      if (!this.taken.has(mail.id)) {
        await transport.send(content);
        this.taken.add(mail.id);
      }
      record({
        type: 'notifications.mail-sent',
        subject: `mail:${mail.id}`,
        publish: false,
      });
    });
    this.taken.delete(mail.id);
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
    if (drop) {
      await this.giveUp({ mail, code });
      return;
    }
    await store.noteFailure({ mailId: mail.id, code, drop: false });
    logger.warn('A mail could not be sent and will be tried again', {
      mailId: mail.id,
      attempts: mail.attempts,
      code,
    });
  }

  private async giveUp(input: {
    mail: ClaimedMail;
    code: string;
  }): Promise<void> {
    const { mail, code } = input;
    if (!(await this.drop({ mail, code, outcome: 'given-up' }))) return;
    this.options.logger.error('A mail was given up', { mailId: mail.id, code });
  }

  /** Ends a mail unsent, and tells who asked for it, in one transaction. */
  private async drop(input: {
    mail: ClaimedMail;
    code: string;
    outcome: 'given-up' | 'not-wanted';
  }): Promise<boolean> {
    const { mail, code, outcome } = input;
    const { store, outside } = this.options;
    return store.transaction(async trx => {
      const ended = await store.noteFailure({
        mailId: mail.id,
        code,
        drop: true,
        trx,
      });
      const now = new Date().toISOString();
      if (ended) await outside.ended({ mail, outcome, now, trx });
      return ended;
    });
  }
}

function idsOf(notices: readonly MailNotice[]): string[] {
  return notices.map(notice => notice.id);
}
