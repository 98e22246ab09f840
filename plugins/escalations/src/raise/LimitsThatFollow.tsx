import type { Nation } from '@imsa-hub/core';
import type { LimitsRequest } from '@imsa-hub/escalations-common';
import { LimitsOfEvents, Notice } from '@imsa-hub/ui';
import { useLimits } from '../api/useDrafts';

/** The limits of events of a case, once it is said where that is. */
export function LimitsThatFollow(props: {
  events: LimitsRequest['events'];
  nation: Nation | undefined;
}) {
  const { events, nation } = props;
  const limits = useLimits(nation && { nation, events });
  if (events.length === 0) return null;
  if (!nation) {
    return (
      <Notice title="Say first in which nation the case is">
        The law differs between the nations, so no limit can be worked out yet.
      </Notice>
    );
  }
  return <LimitsOfEvents limits={limits} again="when you save" />;
}
