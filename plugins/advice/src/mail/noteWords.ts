import type { MailOfQuery } from '@imsa-hub/advice-common';

type Note = MailOfQuery['notes'][number];

/** What each mail without content says. */
export const NOTE_KINDS: Readonly<Record<Note['kind'], string>> = {
  arrived: 'That their message arrived',
  'to-read': 'That there is something to read',
};

const OUTCOMES: Readonly<Record<NonNullable<Note['outcome']>, string>> = {
  sent: 'sent',
  'given-up': 'could not be delivered',
  'not-wanted': 'not sent, because writing was stopped',
  'too-many': 'not sent, because this address had enough mails that day',
};

/** How such a mail ended, in plain words. */
export function noteOutcome(outcome: Note['outcome']): string {
  return outcome ? OUTCOMES[outcome] : 'on its way';
}
