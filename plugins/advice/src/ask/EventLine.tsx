import { Button } from '@backstage/ui';
import { DateField, Select, type Choice } from '@imsa-hub/ui';
import type { EventDraft } from './askDraft';

/** One thing that happened, and its day. */
export function EventLine(props: {
  event: EventDraft;
  index: number;
  choices: readonly Choice[];
  onChange(part: Partial<EventDraft>): void;
  onRemove(): void;
}) {
  const { event, index, choices, onChange, onRemove } = props;
  return (
    <div className="advice-event" role="group" aria-label={`Date ${index + 1}`}>
      <Select
        name={`events.${index}.ruleId`}
        label="What happened?"
        choices={choices}
        value={event.ruleId}
        onChange={ruleId => onChange({ ruleId })}
      />
      <DateField
        name={`events.${index}.date`}
        label="On which day?"
        value={event.date}
        onChange={date => onChange({ date })}
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
