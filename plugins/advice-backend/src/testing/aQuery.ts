import type { PublicQuestion, QueryStatus } from '@imsa-hub/advice-common';
import { newId, receiptCode } from '@imsa-hub/core';
import type { AdviceLine, Who } from './anAdviceLine';

/** A question with every part of it filled. */
export function aQuestion(part: Partial<PublicQuestion> = {}): PublicQuestion {
  return {
    question: 'Can the council be asked to look again?',
    nation: 'england',
    areas: ['housing-rights'],
    whoCanAct: 'Housing officer',
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    safeContact: 'CANARY safe contact',
    language: 'en',
    interpreter: 'not-needed',
    events: [],
    askerKind: 'imsa',
    aboutService: 'CANARY service',
    requestKey: newId(),
    ...part,
  };
}

/** What triage asks for, as it is in most of these tests. */
export const TRIAGE = {
  tier: 'full-advocacy',
  reason: 'Nobody else is helping',
  highRisk: false,
  areas: ['housing-rights'],
  subjectOrganisationId: null,
};

/** A reply. */
export const REPLY = {
  body: 'Ask for a review.',
  kind: 'case-specific',
  cites: ['Housing Act 1996, section 202'],
};

/** How a query is to be, besides its status. */
export interface QueryWish {
  status?: QueryStatus;
  /** Who asked in the console; by the public form where nobody. */
  askedBy?: Who | null;
  /** Who has it. */
  holder?: Who;
  /** The named second reader. */
  reader?: Who | null;
  question?: Partial<PublicQuestion>;
  triage?: Partial<typeof TRIAGE>;
  reply?: Partial<typeof REPLY>;
  subjectOrganisationId?: string | null;
  highRisk?: boolean;
  /** A draft stands, where it is in hand. */
  drafted?: boolean;
}

/** A query brought to where it is wanted, by the moves that lead there. */
export async function aQuery(line: AdviceLine, wish: QueryWish = {}) {
  const { status = 'received', askedBy = 'imsa', holder = 'senior' } = wish;
  const code = askedBy ? null : receiptCode();
  const question = aQuestion(wish.question);
  const { id, reference } = await line.services.intake.take(
    askedBy
      ? line.hub.actorFor(line.person(askedBy))
      : line.hub.publicActor({} as never),
    {
      question,
      channel: askedBy ? 'console' : 'public-form',
      askerKind: question.askerKind,
      raisedBy: askedBy ? line.id(askedBy) : null,
      subjectOrganisationId: wish.subjectOrganisationId ?? null,
      code,
    },
  );
  const made = { id, reference, code: code ?? '' };
  const go = async (name: Who, verb: string, body: object = {}) => {
    const answer = await line.move(name, id, verb, body);
    if (answer.status >= 300) {
      throw new Error(`${verb} by ${name}: ${answer.status} ${answer.text}`);
    }
  };
  if (status === 'received') return made;
  await go('coordinator', 'triage', {
    ...TRIAGE,
    highRisk: wish.highRisk ?? status === 'with-second-reader',
    areas: question.areas,
    subjectOrganisationId: wish.subjectOrganisationId ?? null,
    ...wish.triage,
  });
  if (status === 'triaged') return made;
  await go(holder, 'claim');
  if (status === 'waiting-on-asker') {
    await go(holder, 'ask-asker', { body: 'Which council?' });
    return made;
  }
  if (status === 'in-hand' && !wish.drafted) return made;
  await go(holder, 'draft', { ...REPLY, ...wish.reply });
  if (status === 'in-hand') return made;
  if (status === 'with-second-reader') {
    await go(holder, 'ask-second-reader', {
      personId: wish.reader ? line.id(wish.reader) : null,
    });
    return made;
  }
  await go(holder, 'send');
  if (status === 'answered') return made;
  await go(holder, 'close', {
    outcomes: question.areas.map(area => ({ area, result: 'achieved' })),
  });
  return made;
}
