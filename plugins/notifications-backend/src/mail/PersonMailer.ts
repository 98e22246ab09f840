import type { PeopleDirectory } from '@imsa-hub/network-node';
import type { SendMailOptions } from 'nodemailer';
import type { NoticeAudience } from '../notices/NoticeAudience';
import type { PreferenceStore } from '../preferences/PreferenceStore';
import type { ClaimedMail, MailStore } from './MailStore';
import type { WaitingMail } from './waitingMail';

/** Thrown while a plugin cannot say who may know of its records. */
class UnansweredError extends Error {
  override name = 'UnansweredError';
  readonly code = 'audience-unanswered';
}

/** A mail ready to go, or the reason that there is none. */
export type Composed =
  | { content: SendMailOptions; obstacle?: undefined }
  | { content?: undefined; obstacle: string };

/** The mails to people of the register, who change while a mail waits. */
export class PersonMailer {
  constructor(
    private readonly options: {
      store: MailStore;
      audience: NoticeAudience;
      preferences: PreferenceStore;
      people: PeopleDirectory;
      waitingMail: WaitingMail;
    },
  ) {}

  /** The mail as it goes out now, or why it need not. */
  async compose(mail: ClaimedMail): Promise<Composed> {
    const { to, obstacle } = await this.recipient(mail);
    return to === undefined
      ? { obstacle }
      : { content: this.options.waitingMail({ mailId: mail.id, to }) };
  }

  /** Where a person's mail goes, or why it need not. */
  private async recipient(
    mail: ClaimedMail,
  ): Promise<
    { to: string; obstacle?: undefined } | { to?: undefined; obstacle: string }
  > {
    const { store, people, audience, preferences } = this.options;
    const person = mail.personId ? people.byId(mail.personId) : undefined;
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
}
