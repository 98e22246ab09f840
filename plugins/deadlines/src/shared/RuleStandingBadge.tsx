import type { DeadlineRule } from '@imsa-hub/core';
import { STANDING_NAMES, type RuleStanding } from '@imsa-hub/deadlines-common';
import { Moment, StatusBadge, type Tone } from '@imsa-hub/ui';

const TONES: Readonly<Record<RuleStanding, Tone>> = {
  'in-force': 'positive',
  'to-come': 'information',
  ended: 'neutral',
};

/** Whether a rule is for events of today, as a word. */
export function RuleStandingBadge(props: { standing: RuleStanding }) {
  const { standing } = props;
  return (
    <StatusBadge tone={TONES[standing]}>{STANDING_NAMES[standing]}</StatusBadge>
  );
}

/** Which events a rule is for: "Events from 8 May 2025". */
export function RuleDates(props: { rule: DeadlineRule }) {
  const { effectiveFrom, effectiveTo } = props.rule;
  if (!effectiveFrom && !effectiveTo) return <>Events of any day</>;
  return (
    <>
      Events
      {effectiveFrom && (
        <>
          {' from '}
          <Moment at={effectiveFrom} />
        </>
      )}
      {effectiveTo && (
        <>
          {' before '}
          <Moment at={effectiveTo} />
        </>
      )}
    </>
  );
}
