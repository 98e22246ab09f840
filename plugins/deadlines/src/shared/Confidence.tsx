import type { DeadlineRule } from '@imsa-hub/core';
import { CONFIDENCE_NAMES } from '@imsa-hub/deadlines-common';
import { StatusBadge } from '@imsa-hub/ui';

/**
 * Whether the primary text was read; said plainly where it was not. `narrow`
 * puts the reason beneath the word, for a column of a list.
 */
export function Confidence(props: {
  of: DeadlineRule['confidence'];
  narrow?: boolean;
}) {
  const { of: confidence, narrow } = props;
  const words = CONFIDENCE_NAMES[confidence];
  const [word = words, reason] = narrow ? words.split(': ') : [words];
  return (
    <>
      <StatusBadge tone={confidence === 'secondary' ? 'warning' : 'positive'}>
        {word}
      </StatusBadge>
      {reason && <span className="hub-optional"> {reason}</span>}
    </>
  );
}
