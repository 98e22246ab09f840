import type { ReactNode } from 'react';
import { Moment } from '../record/Moment';
import { StatusBadge } from '../record/StatusBadge';
import { nameOf } from '../words/nameOf';
import { eventTitle, type RecordedEvent } from './recordedEvent';

function EventLine(props: { recorded: RecordedEvent; children: ReactNode }) {
  const { id, event, date, facts, struck, by, at } = props.recorded;
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
      <div className="hub-said">
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
          props.children
        )}
      </div>
    </li>
  );
}

/** What happened, as it is recorded; what was struck out stays to be seen. */
export function EventList(props: {
  events: readonly RecordedEvent[];
  /** The button that puts an event right. */
  action(event: { id: string; title: string }): ReactNode;
}) {
  const { events, action } = props;
  if (events.length === 0) return null;
  return (
    <>
      <h3 className="hub-subtitle">What they are counted from</h3>
      <ul className="hub-lines">
        {events.map(recorded => (
          <EventLine key={recorded.id} recorded={recorded}>
            {action({ id: recorded.id, title: eventTitle(recorded) })}
          </EventLine>
        ))}
      </ul>
    </>
  );
}
