import {
  applySuggestions,
  checkConfidentiality,
  describePlace,
} from '@imsa-hub/core';
import type { PublicAnswers } from './PublicAnswers';

// Not the safe contact: a phone number there is what it is for.
const GUARDED = {
  question: 'your question',
  'who-can-act': 'who is already helping',
  service: 'about which organisation',
} as const;
type Guarded = keyof typeof GUARDED;
const FIELDS = Object.keys(GUARDED) as Guarded[];

/** One thing that could say who somebody is, in words for the page. */
export interface GuardNotice {
  /** "a phone number, in your question (line 2, from character 14)" */
  text: string;
  why: string;
}

/** What the confidentiality guard notices in the answers. */
export function guardNotices(answers: Partial<PublicAnswers>): GuardNotice[] {
  return FIELDS.flatMap(field => {
    const text = answers[field] ?? '';
    return checkConfidentiality(text).map(finding => ({
      text: `${finding.label}, in “${GUARDED[field]}” (${describePlace({ text, finding })})`,
      why: finding.why,
    }));
  });
}

/** The answers with everything that was noticed taken out. */
export function tidyAnswers(
  answers: Partial<PublicAnswers>,
): Partial<PublicAnswers> {
  const tidied = { ...answers };
  for (const field of FIELDS) {
    const text = answers[field];
    if (text)
      tidied[field] = applySuggestions(text, checkConfidentiality(text));
  }
  return tidied;
}
