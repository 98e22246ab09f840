import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import {
  EMPLOYMENT_KIND_NAMES,
  END_REASON_NAMES,
  type EmploymentView,
  type PersonRecord,
} from '@imsa-hub/network-common';
import { EmptyState, Moment, Section, StatusBadge } from '@imsa-hub/ui';
import { pagePaths } from '../shared/paths';
import { EndEmploymentDialog } from './EndEmploymentDialog';

function Dates(props: { employment: EmploymentView }) {
  const { startedOn, plannedEndOn, endedOn, endReason } = props.employment;
  return (
    <p className="hub-optional">
      {startedOn && (
        <>
          From <Moment at={startedOn} />
        </>
      )}
      {plannedEndOn && !endedOn && (
        <>
          {', planned until '}
          <Moment at={plannedEndOn} />
        </>
      )}
      {endedOn && (
        <>
          {', ended '}
          <Moment at={endedOn} />
        </>
      )}
      {endReason && `: ${END_REASON_NAMES[endReason].toLowerCase()}`}
    </p>
  );
}

/** Where somebody works and has worked; ending one is offered where allowed. */
export function Employments(props: { person: PersonRecord }) {
  const { person } = props;
  const [ending, setEnding] = useState<EmploymentView>();
  const mayEnd = person.allowedActions.includes('end-employment');
  return (
    <Section title="Employments">
      {person.employments.length === 0 && (
        <EmptyState title="No employment on record" />
      )}
      <ul className="hub-lines">
        {person.employments.map(employment => (
          <li key={employment.id}>
            <div>
              <p className="hub-row">
                <Link href={pagePaths.organisation(employment.organisationId)}>
                  {employment.organisationName}
                </Link>
                {employment.kind && EMPLOYMENT_KIND_NAMES[employment.kind]}
                {!employment.current && <StatusBadge>Not current</StatusBadge>}
              </p>
              <Dates employment={employment} />
            </div>
            {mayEnd && employment.current && !employment.endedOn && (
              <Button
                variant="secondary"
                size="medium"
                aria-label={`End employment at ${employment.organisationName}`}
                onPress={() => setEnding(employment)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <EndEmploymentDialog
          person={person}
          employment={ending}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Section>
  );
}
