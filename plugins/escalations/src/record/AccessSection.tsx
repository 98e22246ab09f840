import {
  PART_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { Moment, nameOf, Section } from '@imsa-hub/ui';

type Line = EscalationRecord['access'][number];

/** Everybody once, with each of their parts. */
function byPerson(access: readonly Line[]): Line[][] {
  const people = new Map<string, Line[]>();
  for (const line of access) {
    people.set(line.person.id, [...(people.get(line.person.id) ?? []), line]);
  }
  return [...people.values()];
}

/** Who can see the case, and why. */
export function AccessSection({ record }: { record: EscalationRecord }) {
  return (
    <Section title="Who can see it, and why">
      <ul className="hub-lines">
        {byPerson(record.access).map(lines => (
          <li key={lines[0]?.person.id}>
            <div className="case-lines">
              <span>{lines[0] && nameOf(lines[0].person)}</span>
              {lines.map(({ part, since }) => (
                <span key={part} className="hub-optional">
                  {PART_NAMES[part]}, since <Moment at={since} />
                </span>
              ))}
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
