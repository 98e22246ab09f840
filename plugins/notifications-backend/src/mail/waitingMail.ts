import type { SendMailOptions } from 'nodemailer';
import { requireAddress } from './mailAddress';
import {
  AUTOMATIC_HEADERS,
  mailTemplate,
  requireOneLine,
} from './mailTemplate';

/** The one subject of all mails; it never tells of anything. */
export const WAITING_SUBJECT = 'Something is waiting for you in IMSA Hub';

/** Makes the mail that says that something is waiting. */
export type WaitingMail = (input: {
  /** Id of the row in `mail`. */
  mailId: string;
  /** The person's address. */
  to: string;
}) => SendMailOptions;

/**
 * Reads the templates once.
 *
 * @param options - `baseUrl`: of the console, `from`: the hub's own address as
 * it is shown, `Name <address>` or an address
 */
export function createWaitingMail(options: {
  baseUrl: string;
  from: string;
}): WaitingMail {
  const from = requireOneLine(options.from);
  const base = new URL(options.baseUrl);
  const view = {
    subject: WAITING_SUBJECT,
    link: `${base.href.replace(/\/$/, '')}/notifications`,
  };
  const text = mailTemplate('waiting.txt.hbs')(view);
  const html = mailTemplate('waiting.html.hbs')(view);
  return ({ mailId, to }) => ({
    from,
    to: requireAddress(to),
    subject: WAITING_SUBJECT,
    // The same at each try, so that mail programs show a repeated one once.
    messageId: `<${mailId}@${base.hostname}>`,
    text,
    html,
    headers: AUTOMATIC_HEADERS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
