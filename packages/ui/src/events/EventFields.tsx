import type { Nation } from '@imsa-hub/core';
import { DateField } from '../forms/DateField';
import { Select } from '../forms/Select';
import { eventChoicesFor, type EventLine } from '../words/eventChoicesFor';
import { eventFactsFor } from '../words/eventFactsFor';
import type { EventDraft } from './eventDraft';
import { FurtherDates } from './FurtherDates';

/** Asks for an event: what, when, and the further dates that the law wants. */
export function EventFields(props: {
  /** What stands before the names of its fields: `events.0.`. */
  prefix?: string;
  /** What can have happened. */
  events: readonly EventLine[];
  nation: Nation;
  value: EventDraft;
  change(part: Partial<EventDraft>): void;
}) {
  const { prefix = '', events, nation, value, change } = props;
  const { ruleId, date, facts } = value;
  return (
    <>
      <Select
        name={`${prefix}ruleId`}
        label="What happened?"
        choices={eventChoicesFor({ events, nation })}
        value={ruleId}
        onChange={chosen => change({ ruleId: chosen, facts: {} })}
      />
      <DateField
        name={`${prefix}date`}
        label="When did it happen?"
        value={date}
        onChange={day => change({ date: day })}
      />
      <FurtherDates
        name={`${prefix}facts`}
        asked={eventFactsFor({ events, nation, ruleId })}
        value={facts}
        onChange={dates => change({ facts: dates })}
      />
    </>
  );
}
