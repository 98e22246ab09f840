import type { OutsideMail, OutsideWords } from '@imsa-hub/core-node';
import type { SendMailOptions } from 'nodemailer';
import { requireAddress } from './mailAddress';
import {
  AUTOMATIC_HEADERS,
  mailTemplate,
  requireOneLine,
} from './mailTemplate';

/** What stands in the list of somebody's mails, where others may look. */
export const OUTSIDE_SUBJECTS: Readonly<Record<OutsideWords, string>> = {
  arrived: 'Your message has arrived',
  'to-read': 'There is something for you to read',
};

const PATH = /^(\/[a-z-]+)+$/;
const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/;

/** Makes a mail to somebody outside from what its plugin says. */
export type OutsideMailWords = (input: {
  /** Id of the row in `mail`. */
  mailId: string;
  mail: OutsideMail;
}) => SendMailOptions;

/**
 * Reads the templates once. Whatever a plugin says, a mail can hold nothing
 * but these words, the address of a public page and a receipt code.
 *
 * @param options - `baseUrl`: of the hub, `from`: its own address as shown
 */
export function createOutsideWords(options: {
  baseUrl: string;
  from: string;
}): OutsideMailWords {
  const from = requireOneLine(options.from);
  const base = new URL(options.baseUrl);
  const templates = {
    arrived: mailTemplate('arrived.txt.hbs'),
    'to-read': mailTemplate('to-read.txt.hbs'),
  } as const satisfies Record<OutsideWords, unknown>;
  return ({ mailId, mail }) => {
    const { path, code, words } = mail;
    if (!PATH.test(path) || (code !== null && !CODE.test(code))) {
      throw new Error('A mail to somebody outside holds a page and a code');
    }
    return {
      from,
      to: requireAddress(mail.to),
      subject: OUTSIDE_SUBJECTS[words],
      // The same at each try, so that mail programs show a repeated one once.
      messageId: `<${mailId}@${base.hostname}>`,
      text: templates[words]({
        link: `${base.href.replace(/\/$/, '')}${path}`,
        code,
      }),
      headers: AUTOMATIC_HEADERS,
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  };
}
