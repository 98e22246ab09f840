import type { DeadlineRule } from '@imsa-hub/core';
import { CONFIDENCE_NAMES } from '@imsa-hub/deadlines-common';
import { StatusBadge } from '@imsa-hub/ui';

/** Whether the primary text was read; said plainly where it was not. */
export function Confidence(props: { of: DeadlineRule['confidence'] }) {
  return (
    <StatusBadge tone={props.of === 'secondary' ? 'warning' : 'positive'}>
      {CONFIDENCE_NAMES[props.of]}
    </StatusBadge>
  );
}
