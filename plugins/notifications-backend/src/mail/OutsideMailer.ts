import type { OutsideMailSources, OutsideOutcome } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { SendMailOptions } from 'nodemailer';
import type { ClaimedMail } from './MailStore';
import type { OutsideMailWords } from './outsideWords';

/** Thrown while the plugin that asked for a mail is not there to say more. */
class NoSourceError extends Error {
  override name = 'NoSourceError';
  readonly code = 'no-source';
}

/** Mails to people outside the register, through the same outbox and sender. */
export class OutsideMailer {
  constructor(
    private readonly options: {
      sources: OutsideMailSources;
      words: OutsideMailWords;
    },
  ) {}

  /** The mail as it goes out now; nothing where it is no longer wanted. */
  async compose(input: {
    mailId: string;
    plugin: string;
    subject: string;
  }): Promise<SendMailOptions | undefined> {
    const { mailId, plugin, subject } = input;
    const mail = await this.source(plugin).mail(subject);
    return mail && this.options.words({ mailId, mail });
  }

  /** Tells who asked for it how it ended. Mails to people of the hub end here. */
  async ended(input: {
    mail: ClaimedMail;
    outcome: OutsideOutcome;
    now: string;
    trx: Knex;
  }): Promise<void> {
    const { outside } = input.mail;
    if (!outside) return;
    // A plugin that is no longer there has nobody to tell.
    await this.options.sources.of(outside.plugin)?.ended({
      ...input,
      subject: outside.subject,
    });
  }

  private source(plugin: string) {
    const source = this.options.sources.of(plugin);
    if (!source) throw new NoSourceError();
    return source;
  }
}
