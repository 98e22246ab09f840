import type { EscalationRecord } from '@imsa-hub/escalations-common';
import {
  DateField,
  eventChoicesFor,
  eventFactsFor,
  QueryBoundary,
  Select,
} from '@imsa-hub/ui';
import { useChoices } from '../api/useChoices';
import { FurtherDates } from '../raise/FurtherDates';
import { isDay, LimitsOfEvents } from '../raise/LimitsOfEvents';

/** What happened, when, and the further dates that the law asks for. */
export interface EventDraft {
  ruleId: string;
  date: string;
  facts: Readonly<Record<string, string>>;
}

/** As it is sent: without further dates where there are none. */
export const eventBody = ({ ruleId, date, facts }: EventDraft) => ({
  ruleId,
  date,
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
});

/** Asks for an event, and shows at once the limits that follow. */
export function EventFields(props: {
  nation: EscalationRecord['nation'];
  value: EventDraft;
  change(part: Partial<EventDraft>): void;
}) {
  const { nation, value, change } = props;
  const events = useChoices();
  const { ruleId, date, facts } = value;
  const further = Object.values(facts).every(isDay) ? { facts } : {};
  return (
    <>
      <QueryBoundary query={events} what="the list of events">
        {data => (
          <Select
            name="ruleId"
            label="What happened?"
            choices={eventChoicesFor({ events: data.events, nation })}
            value={ruleId}
            onChange={chosen => change({ ruleId: chosen, facts: {} })}
          />
        )}
      </QueryBoundary>
      <DateField
        name="date"
        label="When did it happen?"
        value={date}
        onChange={day => change({ date: day })}
      />
      <FurtherDates
        name="facts"
        asked={eventFactsFor({
          events: events.data?.events ?? [],
          nation,
          ruleId,
        })}
        value={facts}
        onChange={dates => change({ facts: dates })}
      />
      <LimitsOfEvents
        nation={nation}
        events={ruleId && isDay(date) ? [{ ruleId, date, ...further }] : []}
      />
    </>
  );
}
