import {
  PART_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Moment, nameOf, Section } from '@imsa-hub/ui';

/** Who can see the case, and why. */
export function AccessSection({ record }: { record: EscalationRecord }) {
  return (
    <Section title="Who can see it, and why">
      <ul className="hub-lines">
        {record.access.map(({ person, part, since }) => (
          <li key={`${person.id} ${part}`}>
            <div className="case-lines">
              <span>{nameOf(person)}</span>
              <span className="hub-optional">
                {PART_NAMES[part]}, since <Moment at={since} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      <p className="hub-optional">
        Senior IMSAs and the Hub Manager can see it as well, because they sit at
        the desk.{' '}
        {record.subjectOrganisation &&
          `Nobody who works for ${record.subjectOrganisation.name} can. `}
        Whoever stepped back cannot.
      </p>
    </Section>
  );
}
