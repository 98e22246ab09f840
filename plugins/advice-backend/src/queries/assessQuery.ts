import type { SafetyAnswers } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { AdviceContext } from '../AdviceContext';
import { assessUrgency, createWorkingDaysUntil } from '../triage';

/** The columns of a query that follow from its safety answers and limits. */
export interface AssessedColumns {
  urgency_band: 'today' | 'soon' | 'ordinary';
  urgency_reasons: Array<{ code: string; text: string }>;
  rank: number;
  review_on: string | null;
  next_limit_on: string | null;
  next_limit_title: string | null;
  /** The version of the law that the limits were worked out by. */
  limits_law: string;
}

/** Where a query stands in the queue today, with every reason. */
export function assessQuery(
  context: AdviceContext,
  input: {
    nation: Nation;
    safety: SafetyAnswers;
    events: readonly HappenedEvent[];
    today: string;
  },
): AssessedColumns {
  const { limits, triageRules, holidays } = context;
  const computed = limits.limits({
    nation: input.nation,
    events: input.events,
  });
  const known = computed.flatMap(limit =>
    // Aims and minimum periods press nobody.
    limit.limit && limit.kind === 'limit'
      ? [{ date: limit.limit, title: limit.title }]
      : [],
  );
  const urgency = assessUrgency({
    rules: triageRules(),
    facts: {
      safety: input.safety,
      limits: known,
      today: input.today,
      nation: input.nation,
      workingDaysUntil: createWorkingDaysUntil({
        today: input.today,
        nation: input.nation,
        holidays,
      }),
    },
  });
  const next = limits.nextLimit(computed, input.today);
  return {
    urgency_band: urgency.band,
    urgency_reasons: urgency.reasons,
    rank: urgency.rank,
    review_on: urgency.reviewAt,
    next_limit_on: next?.date ?? null,
    next_limit_title: next?.title ?? null,
    limits_law: limits.version(),
  };
}
