import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Moment, nameOf, StatusBadge, writtenDate } from '@imsa-hub/ui';
import { ActionButton } from '../actions/CaseActions';

type RecordedEvent = EscalationRecord['events'][number];

function EventLine({ recorded }: { recorded: RecordedEvent }) {
  const { id, event, date, facts, struck, by, at } = recorded;
  const said = (
    <>
      {event}, <Moment at={date} />
      {facts.map(fact => (
        <span key={fact.id}>
          . {fact.question}: <Moment at={fact.date} />
        </span>
      ))}
    </>
  );
  return (
    <li data-item={`event-${id}`}>
      <div className="case-lines">
        {struck ? <s>{said}</s> : <span>{said}</span>}
        {struck && (
          <span className="hub-optional">
            Struck out{by && ` by ${nameOf(by)}`}, <Moment at={at} />
          </span>
        )}
      </div>
      <div className="hub-row">
        {struck ? (
          <StatusBadge tone="neutral">Struck out</StatusBadge>
        ) : (
          <ActionButton
            action="correct-event"
            item={id}
            about={`${event}, ${writtenDate(date)}`}
            variant="tertiary"
          />
        )}
      </div>
    </li>
  );
}

/** What happened, as it is recorded; what was struck out stays to be seen. */
export function EventList({ events }: { events: EscalationRecord['events'] }) {
  if (events.length === 0) return null;
  return (
    <>
      <h3>What they are counted from</h3>
      <ul className="hub-lines">
        {events.map(recorded => (
          <EventLine key={recorded.id} recorded={recorded} />
        ))}
      </ul>
    </>
  );
}
