import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const KEPT = 500;

/**
 * @typedef {object} Mail
 * @property {string} id
 * @property {string} receivedAt ISO instant, UTC
 * @property {string} messageId
 * @property {string} from
 * @property {string[]} to
 * @property {string} subject
 * @property {string} text
 * @property {string} html as it was sent: never put into a page unescaped
 * @property {{ filename: string, contentType: string, text?: string }[]} attachments
 * @property {number} handedOver how often the hub handed this mail over
 */

/**
 * The mails that were handed over, as files; the newest 500 are kept. One
 * Message-ID is recorded once, however often it comes, and the repeats are
 * counted: that is how a test sees that something was sent twice.
 */
export class MailStore {
  #folder;
  /** @type {Map<string, Mail>} by id, oldest first */
  #mails = new Map();
  #sequence = 0;
  #repeats = 0;

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /** Reads what is there from an earlier run. */
  async load() {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter(name =>
      name.endsWith('.eml'),
    );
    for (const name of names.sort()) {
      const id = name.slice(0, -'.eml'.length);
      const raw = await readFile(join(this.#folder, name));
      this.#mails.set(
        id,
        await parseMail({ id, raw, recipients: [], now: receivedAt(id) }),
      );
    }
  }

  /**
   * @param {{ raw: Buffer, recipients: string[], now?: Date }} options
   *   `recipients` are those of the SMTP envelope
   * @returns {Promise<Mail>}
   */
  async record({ raw, recipients, now = new Date() }) {
    this.#sequence += 1;
    const stamp = now.toISOString().replace(/[:.]/g, '-');
    const id = `${stamp}-${String(this.#sequence).padStart(5, '0')}`;
    const mail = await parseMail({ id, raw, recipients, now });
    const earlier = mail.messageId && this.#find(mail.messageId);
    if (earlier) {
      earlier.handedOver += 1;
      this.#repeats += 1;
      return earlier;
    }
    this.#mails.set(id, mail);
    await writeFile(this.#file(id), raw, { mode: 0o600 });
    await this.#forgetOldest();
    return mail;
  }

  /** @returns {Mail[]} newest first */
  list() {
    return [...this.#mails.values()].reverse();
  }

  /** @param {string} id */
  get(id) {
    return this.#mails.get(id);
  }

  /** How many hand-overs repeated a Message-ID since the last clearing. */
  get handedOverTwice() {
    return this.#repeats;
  }

  async clear() {
    const ids = [...this.#mails.keys()];
    this.#mails.clear();
    this.#repeats = 0;
    await Promise.all(ids.map(id => rm(this.#file(id), { force: true })));
  }

  /** @param {string} messageId */
  #find(messageId) {
    return [...this.#mails.values()].find(mail => mail.messageId === messageId);
  }

  async #forgetOldest() {
    for (const id of this.#mails.keys()) {
      if (this.#mails.size <= KEPT) {
        return;
      }
      this.#mails.delete(id);
      await rm(this.#file(id), { force: true });
    }
  }

  /** @param {string} id */
  #file(id) {
    return join(this.#folder, `${id}.eml`);
  }
}

/**
 * The moment that an id begins with.
 *
 * @param {string} id such as 2026-11-23T04-07-55-123Z-00001
 */
const receivedAt = id =>
  new Date(id.replace(/^(.{10}T..)-(..)-(..)-(\d+Z).*$/, '$1:$2:$3.$4'));

/**
 * @param {{ id: string, raw: Buffer, recipients: string[], now: Date }} options
 * @returns {Promise<Mail>}
 */
async function parseMail({ id, raw, recipients, now }) {
  const parsed = await simpleParser(raw, { skipImageLinks: true });
  const addressed = [parsed.to ?? []].flat().map(to => to.text);
  return {
    id,
    receivedAt: now.toISOString(),
    messageId: parsed.messageId ?? '',
    from: parsed.from?.text ?? '',
    to: recipients.length > 0 ? recipients : addressed,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    attachments: parsed.attachments.map(attachment => ({
      filename: attachment.filename ?? '',
      contentType: attachment.contentType,
      ...(attachment.contentType.startsWith('text/') && {
        text: attachment.content.toString('utf8'),
      }),
    })),
    handedOver: 1,
  };
}
