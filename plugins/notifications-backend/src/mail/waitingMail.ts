import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { SendMailOptions } from 'nodemailer';

/** The one subject of all mails; it never tells of anything. */
export const WAITING_SUBJECT = 'Something is waiting for you in IMSA Hub';

/** Thrown for an address that a mail cannot safely be sent to. */
export class UnusableAddressError extends Error {
  override name = 'UnusableAddressError';
  readonly code = 'unusable-address';
}

// Narrower than the standard on purpose: no quotes, comments, lists, spaces or
// control characters, so that an address can never become a second header.
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){0,8}$/;

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
  const { from } = options;
  if (/[\r\n\0]/.test(from)) {
    throw new Error('hub.mail.from must be one line: Name <address>');
  }
  const base = new URL(options.baseUrl);
  const view = {
    subject: WAITING_SUBJECT,
    link: `${base.href.replace(/\/$/, '')}/notifications`,
  };
  const text = template('waiting.txt.hbs')(view);
  const html = template('waiting.html.hbs')(view);
  return ({ mailId, to }) => {
    if (!ADDRESS.test(to)) throw new UnusableAddressError();
    return {
      from,
      to: { name: '', address: to },
      subject: WAITING_SUBJECT,
      // The same at each try, so that mail programs show a repeated one once.
      messageId: `<${mailId}@${base.hostname}>`,
      text,
      html,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  };
}

function template(name: string): HandlebarsTemplateDelegate {
  const path = resolvePackagePath(
    '@imsa-hub/notifications-backend',
    'templates',
    name,
  );
  return Handlebars.compile(readFileSync(path, 'utf8'), {
    strict: true,
    knownHelpersOnly: true,
  });
}
