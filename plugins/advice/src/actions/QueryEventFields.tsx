import type { QueryRecord } from '@imsa-hub/advice-common';
import { EventFields, QueryBoundary, type EventDraft } from '@imsa-hub/ui';
import { useEventChoices } from '../api/useEventChoices';
import { LimitsPreview } from '../ask/LimitsPreview';

/** Asks for an event of a query, and shows at once the limits that follow. */
export function QueryEventFields(props: {
  nation: QueryRecord['nation'];
  value: EventDraft;
  change(part: Partial<EventDraft>): void;
}) {
  const { nation, value } = props;
  return (
    <>
      <QueryBoundary query={useEventChoices()} what="what can happen">
        {({ events }) => <EventFields {...props} events={events} />}
      </QueryBoundary>
      <LimitsPreview nation={nation} events={[value]} again="when you save" />
    </>
  );
}
