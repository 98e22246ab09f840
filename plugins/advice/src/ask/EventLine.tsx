import { Button } from '@backstage/ui';
import type { EventChoice } from '@imsa-hub/advice-common';
import type { Nation } from '@imsa-hub/core';
import { EventFields, type EventDraft } from '@imsa-hub/ui';

/** One thing that happened, and its day. */
export function EventLine(props: {
  event: EventDraft;
  index: number;
  /** What can have happened. */
  events: readonly EventChoice[];
  nation: Nation;
  onChange(part: Partial<EventDraft>): void;
  onRemove(): void;
}) {
  const { event, index, events, nation, onChange, onRemove } = props;
  return (
    <div className="advice-event" role="group" aria-label={`Date ${index + 1}`}>
      <EventFields
        prefix={`events.${index}.`}
        events={events}
        nation={nation}
        value={event}
        change={onChange}
      />
      <div className="hub-row">
        <Button
          variant="tertiary"
          size="medium"
          aria-label={`Take away date ${index + 1}`}
          onPress={onRemove}
        >
          Take away
        </Button>
      </div>
    </div>
  );
}
