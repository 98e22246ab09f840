import type { EscalationRecord } from '@imsa-hub/escalations-common';
import {
  EventFields,
  QueryBoundary,
  wholeEvents,
  type EventDraft,
} from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';
import { LimitsThatFollow } from '../raise/LimitsThatFollow';

/** Asks for an event of a case, and shows at once the limits that follow. */
export function CaseEventFields(props: {
  nation: EscalationRecord['nation'];
  value: EventDraft;
  change(part: Partial<EventDraft>): void;
}) {
  const { nation, value } = props;
  return (
    <>
      <QueryBoundary query={useChoices()} what="the list of events">
        {({ events }) => <EventFields {...props} events={events} />}
      </QueryBoundary>
      <LimitsThatFollow nation={nation} events={wholeEvents([value])} />
    </>
  );
}
