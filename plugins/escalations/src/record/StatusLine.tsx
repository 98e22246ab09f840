import {
  ESCALATION_STATUS_NAMES,
  LEVEL_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { capital, StatusBadge } from '@imsa-hub/ui';
import { TargetText } from '../words/TargetText';
import { STATUS_TONES } from '../words/tones';

/** Where a case stands, at which level, and what is due in this state. */
export function StatusLine({ record }: { record: EscalationRecord }) {
  return (
    <>
      <StatusBadge tone={STATUS_TONES[record.status]}>
        {capital(ESCALATION_STATUS_NAMES[record.status])}
      </StatusBadge>
      {record.scope === 'whole' && (
        <StatusBadge>{LEVEL_NAMES[record.level]} level</StatusBadge>
      )}
      <TargetText target={record.target} />
    </>
  );
}
