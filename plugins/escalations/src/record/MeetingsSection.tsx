import {
  INTERPRETER_VALUE_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { LongText, Marked, Moment, Section } from '@imsa-hub/ui';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

/** Meetings with the survivor, and how words crossed languages in each. */
export function MeetingsSection({ record }: { record: EscalationRecord }) {
  const isAllowed = useIsAllowed();
  const { encounters } = record;
  if (encounters.length === 0 && !isAllowed('add-encounter')) return null;
  return (
    <Section
      title="Meetings with the survivor"
      actions={<ActionButton action="add-encounter" />}
    >
      {encounters.length === 0 ? (
        <p className="hub-optional">None is recorded.</p>
      ) : (
        <ul className="hub-lines">
          {encounters.map((encounter, index) => (
            // Two meetings can fall on one day; they are only ever added to.
            <li key={`${index} ${encounter.date}`}>
              <div className="case-lines">
                <span>
                  <Moment at={encounter.date} />.{' '}
                  {INTERPRETER_VALUE_NAMES[encounter.interpreter]}
                </span>
                {encounter.note && <LongText>{encounter.note}</LongText>}
                <Marked marks={encounter.marked} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
