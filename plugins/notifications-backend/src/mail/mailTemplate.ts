import { resolvePackagePath } from '@backstage/backend-plugin-api';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';

/** What every mail says of itself: no program answers it. */
export const AUTOMATIC_HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
};

/** Reads a template of `templates/`, strict: a missing value stops. */
export function mailTemplate(name: string): HandlebarsTemplateDelegate {
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

/** The hub's own address as it is shown. @throws Error where it has two lines */
export function requireOneLine(from: string): string {
  if (/[\r\n\0]/.test(from)) {
    throw new Error('hub.mail.from must be one line: Name <address>');
  }
  return from;
}
