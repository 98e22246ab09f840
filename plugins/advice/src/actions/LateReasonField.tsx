import type { QueryRecord } from '@imsa-hub/advice-common';
import { type ProblemError, ReasonField } from '@imsa-hub/ui';

/** Whether the clock that counts has run out. */
export function isLate(record: QueryRecord): boolean {
  return record.isLate || record.clock.state === 'late';
}

/** Whether the first reply is late, so that whoever sends it says why. */
export function isFirstReplyLate(record: QueryRecord): boolean {
  return record.clock.kind === 'first-reply' && isLate(record);
}

/** Why it is late; also where it became late while somebody was writing. */
export function LateReasonField(props: {
  label: string;
  isLate: boolean;
  problem: ProblemError | null;
  value: string;
  onChange(value: string): void;
}) {
  const { label, value, onChange, problem } = props;
  const isAsked =
    props.isLate ||
    value !== '' ||
    problem?.fieldErrors.some(({ field }) => field === 'lateReason');
  if (!isAsked) return null;
  return (
    <ReasonField
      name="lateReason"
      label={label}
      value={value}
      onChange={onChange}
    />
  );
}
