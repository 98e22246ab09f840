import type { SafetyQuestion } from '@imsa-hub/advice-common';
import type { TriageRule } from '@imsa-hub/advice-node';
import { legalLimitRule } from './legalLimitRule';

function safetyRule({
  question,
  title,
  yes,
  notKnown,
}: {
  question: SafetyQuestion;
  title: string;
  yes: string;
  notKnown: string;
}): TriageRule {
  return {
    id: question,
    title,
    assess({ safety }) {
      if (safety[question] === 'yes') return { band: 'today', text: yes };
      // Nobody having asked is no sign of safety.
      if (safety[question] === 'not-known')
        return { band: 'soon', text: notKnown };
      return undefined;
    },
  };
}

/** The rules of the Hub: one for each safety question, and legal limits. */
export const BUILT_IN_TRIAGE_RULES: readonly TriageRule[] = [
  safetyRule({
    question: 'nowhere-safe-tonight',
    title: 'Nowhere safe to stay tonight',
    yes: 'Nowhere safe to stay tonight',
    notKnown: 'Not known whether there is somewhere safe to stay tonight',
  }),
  safetyRule({
    question: 'contact-with-exploiter',
    title: 'Contact with an exploiter',
    yes: 'Contact with an exploiter, or a threat of it',
    notKnown: 'Not known whether there is contact with an exploiter',
  }),
  safetyRule({
    question: 'removal-eviction-or-detention',
    title: 'Removal, eviction or detention',
    yes: 'Removal, eviction or detention, now or about to happen',
    notKnown: 'Not known whether removal, eviction or detention is coming',
  }),
  legalLimitRule,
];
