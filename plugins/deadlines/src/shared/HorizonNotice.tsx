import type { Horizon } from '@imsa-hub/deadlines-common';
import { Moment, Notice } from '@imsa-hub/ui';

/** Until when bank holidays are known; louder where that is soon. */
export function HorizonNotice(props: { horizon: Horizon }) {
  const { until, isNear } = props.horizon;
  const words = (
    <>
      A limit that depends on a later day is not worked out: the Hub says that
      it does not know.
    </>
  );
  return (
    <Notice
      tone={isNear ? 'warning' : 'information'}
      title={
        isNear
          ? 'Bank holidays are known for less than a year ahead'
          : 'How far bank holidays are known'
      }
    >
      <p>
        Known until <Moment at={until} />. {words}
        {isNear && ' Ask whoever runs this hub for an update of the list.'}
      </p>
    </Notice>
  );
}
