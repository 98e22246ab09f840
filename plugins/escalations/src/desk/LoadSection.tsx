import { Link } from 'react-router-dom';
import type { z } from 'zod';
import type { LoadResponseSchema } from '@imsa-hub/escalations-common';
import { nameOf } from '@imsa-hub/ui';
import { CASES_PATH } from '../api/paths';
import { NO_NARROWING, writeFilters } from './deskFilters';

/** How much each handler has open; each line leads to those cases. */
export function LoadSection(props: {
  load: z.infer<typeof LoadResponseSchema>;
}) {
  const { people } = props.load;
  if (people.length === 0) return null;
  return (
    <section className="case-load-head" aria-labelledby="case-load">
      <h2 id="case-load">How much each person has</h2>
      <ul className="case-load">
        {people.map(({ person, open, late }) => (
          <li key={person.id}>
            <Link
              className="case-load-line"
              to={`${CASES_PATH}?${writeFilters({
                view: 'open',
                ...NO_NARROWING,
                handler: person.id,
              })}`}
            >
              <span>{nameOf(person)}</span>{' '}
              <span className="case-load-count">
                {open} open
                {late > 0 && (
                  <strong className="case-late"> · {late} past a target</strong>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
