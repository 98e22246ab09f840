import { newId } from '@imsa-hub/core';

const AREA = 'housing-rights';

/** Something that happened, to be said when asking or afterwards. */
export const happened = (date: string) => ({
  ruleId: 'homelessness-review-england',
  date,
});

/** A question whose secrets all hold the word. */
export const question = (word: string, subjectId: string | null) => ({
  question: `The landlord has changed the locks. ${word}`,
  under18: 'no',
  nation: 'england',
  areas: [AREA],
  whoCanAct: word,
  safety: {
    'nowhere-safe-tonight': 'yes',
    'contact-with-exploiter': 'no',
    'removal-eviction-or-detention': 'no',
  },
  safeContact: word,
  events: [happened('2026-11-20')],
  interpreter: 'not-needed',
  subjectOrganisationId: subjectId,
  requestKey: newId(),
});

/** A triage that sets whom it is about. */
export const triage = (word: string, subjectId: string | null) => ({
  tier: 'full-advocacy',
  reason: word,
  highRisk: false,
  areas: [AREA],
  subjectOrganisationId: subjectId,
});

/** An end of it. */
export const closing = (word: string) => ({
  outcomes: [{ area: AREA, result: 'achieved', why: word }],
});

/** A reply that signposts. */
export const reply = (word: string) => ({
  body: `You can ask the council. ${word}`,
  kind: 'signpost',
  cites: [word],
});
