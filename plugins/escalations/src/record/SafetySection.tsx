import {
  SAFETY_RESULT_NAMES,
  SAFETY_SUBJECT_NAMES,
  type EscalationRecord,
  type SafetyCheck,
} from '@imsa-hub/escalations-common';
import {
  LongText,
  Marked,
  Moment,
  nameOf,
  Section,
  StatusBadge,
  type Tone,
} from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

const TONES: Readonly<Record<SafetyCheck['result'], Tone>> = {
  safe: 'positive',
  'not-safe': 'negative',
  'not-clear': 'warning',
};

/** What was checked for safety, how, and with what result. */
export function SafetySection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  if (record.safetyChecks.length === 0 && !isAllowed('check-safety')) {
    return null;
  }
  return (
    <Section
      title="Safety checks"
      actions={<ActionButton action="check-safety" />}
    >
      {record.safetyChecks.length === 0 && (
        <p className="hub-optional">Nothing was checked yet.</p>
      )}
      {record.safetyChecks.map(check => (
        <div key={check.id} className="hub-part">
          <p>
            <strong>{SAFETY_SUBJECT_NAMES[check.subject]}</strong>{' '}
            <StatusBadge tone={TONES[check.result]}>
              {SAFETY_RESULT_NAMES[check.result]}
            </StatusBadge>
          </p>
          <LongText>{check.checked}</LongText>
          <Marked marks={check.marked} />
          <p className="hub-optional">
            {nameOf(check.by)}, <Moment at={check.at} />
          </p>
        </div>
      ))}
    </Section>
  );
}
