import { newId } from '@imsa-hub/core';
import type { Member } from '../Cast';
import type { MailEnd } from '../Mailbox';
import {
  MAIL_STANDINGS,
  has,
  seesMail,
  type MailStanding,
  type Verdict,
} from '../policy';
import type { Cell, Recipe } from '../Recipe';
import { collection } from './duties';

/** One thing that can be asked of, or done to, one mail. */
function mail(options: {
  /** Last part of the address; nothing for the mail itself. */
  name: string;
  /** How a mail that does not wait was dealt with. */
  end: MailEnd;
  /** What is said of a mail that waits, and of one that does not. */
  waiting: Verdict;
  ended: Verdict;
  body?(cell: Cell, word: string): object;
}): Recipe {
  const { name, end } = options;
  const tail = name ? `/${name}` : '';
  const method = name ? 'post' : 'get';
  return {
    route: `${method} /api/advice/mails/:mailId${tail}`,
    standings: MAIL_STANDINGS,
    verdict: (member, standing) =>
      verdictOf(member, standing as MailStanding) ??
      (standing === 'waiting' ? options.waiting : options.ended),
    async call(cell) {
      const { mailbox: box } = cell.world;
      const standing = cell.standing as MailStanding;
      if (isNever(cell.member, standing)) return undefined;
      const kind = cell.verdict === 'answered' && name ? 'fresh' : 'shared';
      const planted =
        standing === 'missing'
          ? undefined
          : await box[kind](forMember(cell), standing, end);
      const id = planted?.id ?? newId();
      const version = planted ? await box.version(id) : 1;
      const more = options.body?.(cell, planted?.query.word ?? 'kestrel');
      return {
        path: `/api/advice/mails/${id}${tail}`,
        body: more ? { version, ...more } : undefined,
        ...(planted ? { traces: () => box.traces(id) } : {}),
      };
    },
  };
}

/** Every route of the advice mailbox. */
export const mailbox: readonly Recipe[] = [
  collection({
    route: 'get /api/advice/mails',
    duty: 'log a call',
    call: () => undefined,
  }),
  mail({ name: '', end: 'logged', waiting: 'answered', ended: 'answered' }),
  mail({
    name: 'log',
    end: 'logged',
    waiting: 'answered',
    ended: 'told',
    body: ({ world }, word) => world.mailbox.logging(word, null),
  }),
  mail({
    name: 'set-aside',
    end: 'logged',
    waiting: 'answered',
    ended: 'told',
    body: (_, reason) => ({ category: 'spam', reason }),
  }),
  mail({
    name: 'put-back',
    end: 'duplicate',
    waiting: 'told',
    ended: 'answered',
    body: () => ({}),
  }),
  mail({
    name: 'stop-writing',
    end: 'logged',
    waiting: 'told',
    ended: 'answered',
  }),
  {
    route: 'get /api/advice/queries/:queryId/mail',
    standings: MAIL_STANDINGS.filter(standing => standing !== 'waiting'),
    verdict: (member, standing) =>
      verdictOf(member, standing as MailStanding) ?? 'answered',
    async call(cell) {
      const standing = cell.standing as MailStanding;
      if (isNever(cell.member, standing)) return undefined;
      const { mailbox: box } = cell.world;
      const planted =
        standing === 'missing'
          ? undefined
          : await box.shared(forMember(cell), standing, 'logged');
      const id = planted?.query.id ?? newId();
      return { path: `/api/advice/queries/${id}/mail` };
    },
  },
];

/** What is said to whoever may not know of the mail; nothing to whoever may. */
function verdictOf(
  { role }: Member,
  standing: MailStanding,
): Verdict | undefined {
  if (role === 'nobody') return 'sign-in';
  return seesMail(role, standing) ? undefined : 'as-missing';
}

/** Only who can break the glass has mails that are opened by it. */
const isNever = (member: Member, standing: MailStanding) =>
  standing === 'opened' && !has(member.role, 'break the glass');

/** Nobody has no employer; an IMSA's serves. */
const forMember = ({ world, member }: Cell) =>
  member.role === 'nobody' ? world.cast.of('imsa') : member;
