import {
  createEventLimits,
  derivedFrom,
  type DeadlineDirectory,
  type EventLimits,
} from '@imsa-hub/deadlines-node';

// The register asks about employment; nobody asks the advice line.
const NOT_FOR_QUERIES: ReadonlySet<string> = new Set(['imsa-employment-start']);

/** The limits of queries, always by the law that counts now. */
export interface QueryLimits extends EventLimits {
  /** Which law that is; stored with what was worked out from it. */
  version(): string;
}

/** See {@link QueryLimits}. */
export function currentLimits(deadlines: DeadlineDirectory): QueryLimits {
  const now = derivedFrom(deadlines, ({ rules, holidays }) =>
    createEventLimits({ rules, holidays, leaveOut: NOT_FOR_QUERIES }),
  );
  return {
    version: () => deadlines.current().version,
    limits: asked => now().limits(asked),
    ofEvent: asked => now().ofEvent(asked),
    choices: nation => now().choices(nation),
    nextLimit: (limits, today) => now().nextLimit(limits, today),
    isKnown: ruleId => now().isKnown(ruleId),
    problems: asked => now().problems(asked),
    eventOf: ruleId => now().eventOf(ruleId),
    factQuestion: id => now().factQuestion(id),
  };
}
