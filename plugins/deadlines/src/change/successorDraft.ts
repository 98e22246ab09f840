import type { DeadlineRule, Nation, Period } from '@imsa-hub/core';
import type {
  Keepable,
  RuleRecord,
  Successor,
} from '@imsa-hub/deadlines-common';
import type { Choice } from '@imsa-hub/ui';
import { keepableChoices } from '../shared/choices';

/** A rule that is to take another's place, as it is being typed. */
export interface SuccessorDraft {
  title: string;
  nations: Nation[];
  amount: string;
  unit: keyof Period;
  dayOfNotice: DeadlineRule['dayOfNotice'];
  post: string;
  closedDay: DeadlineRule['closedDay'];
  authority: string;
  source: string;
  sourceUrl: string;
  confidence: DeadlineRule['confidence'] | '';
  caution: string;
  keeps: Keepable[];
}

const UNITS: readonly (keyof Period)[] = [
  'days',
  'workingDays',
  'weeks',
  'months',
  'years',
  'hours',
];

/** Begins with the words of the rule that ends; only its source is new. */
export function successorDraftOf({
  rule,
  openNations,
}: RuleRecord): SuccessorDraft {
  const unit = UNITS.find(name => rule.period[name] !== undefined) ?? 'days';
  return {
    title: rule.title,
    nations: openNations,
    amount: String(rule.period[unit] ?? ''),
    unit,
    dayOfNotice: rule.dayOfNotice,
    post: String(rule.postAllowanceHours),
    closedDay: rule.closedDay,
    authority: rule.authority,
    source: '',
    sourceUrl: '',
    confidence: '',
    caution: rule.caution ?? '',
    keeps: keepableOf(rule).map(({ value }) => value),
  };
}

/** The special parts that a rule has, for its successor to keep or not. */
export function keepableOf(rule: DeadlineRule): Choice<Keepable>[] {
  return keepableChoices.filter(({ value }) => {
    const part = rule[value];
    return Array.isArray(part) ? part.length > 0 : part !== undefined;
  });
}

/** As the contract names it; what is missing is refused there. */
export function successorBody(
  draft: SuccessorDraft,
): Omit<Successor, 'confidence'> & { confidence: string } {
  const { amount, unit, post, sourceUrl, caution, ...same } = draft;
  return {
    ...same,
    period: { [unit]: Number(amount) },
    postAllowanceHours: Number(post),
    ...(sourceUrl.trim() ? { sourceUrl: sourceUrl.trim() } : {}),
    ...(caution.trim() ? { caution } : {}),
  };
}
