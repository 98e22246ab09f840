import {
  INTERPRETER_VALUE_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { LongText, Marked, Moment, Section } from '@imsa-hub/ui';
import type { ReactNode } from 'react';
import { ActionButton, useIsAllowed } from '../actions/CaseActions';

/** What was struck out stays to be seen. */
function Said(props: { struck: boolean; children: ReactNode }) {
  if (!props.struck) return <span>{props.children}</span>;
  return (
    <span>
      <s>{props.children}</s> (struck out)
    </span>
  );
}

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
                <Said struck={encounter.struck}>
                  <Moment at={encounter.date} />.{' '}
                  {INTERPRETER_VALUE_NAMES[encounter.interpreter]}
                </Said>
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
