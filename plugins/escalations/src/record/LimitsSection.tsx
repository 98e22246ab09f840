import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { EventList, LimitList, Section } from '@imsa-hub/ui';
import { ActionButton } from '../actions/CaseActions';
import { datesToActOn } from './datesToActOn';
import { LineOfTime } from './LineOfTime';

/** Events and the limits that follow, on a line of time and as a list. */
export function LimitsSection({ record }: { record: EscalationRecord }) {
  const limits = datesToActOn(record);
  return (
    <Section
      title="Legal limits"
      lead="A reminder, not legal advice. Check each before you rely on it."
      actions={<ActionButton action="add-event" />}
    >
      {limits.length === 0 ? (
        <p className="hub-optional">
          No event is recorded from which a limit follows.
        </p>
      ) : (
        <>
          <LineOfTime limits={limits} />
          <LimitList
            limits={limits}
            mark={index => (
              <span className="case-number" aria-hidden="true">
                {index + 1}
              </span>
            )}
          />
        </>
      )}
      <EventList
        events={record.events}
        action={({ id, title }) => (
          <ActionButton
            action="correct-event"
            item={id}
            about={title}
            variant="tertiary"
          />
        )}
      />
    </Section>
  );
}
