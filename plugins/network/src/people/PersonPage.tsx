import { useParams } from 'react-router-dom';
import { PersonRecordSchema, TRAINING_NAMES } from '@imsa-hub/network-common';
import {
  Facts,
  PageBody,
  QueryBoundary,
  Section,
  StatusBadge,
  useHubQuery,
  useLive,
  useMe,
} from '@imsa-hub/ui';
import { apiPaths, pagePaths } from '../shared/paths';
import { SubjectAccessSection } from '../subjectAccess/SubjectAccessSection';
import { Employments } from './Employments';
import { RoleGrants } from './RoleGrants';
import { SessionsSection } from './SessionsSection';
import { personFacts } from './personFacts';

/** One person: what they know, where they work, what they may do. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const { has, person: me } = useMe();
  useLive('network');
  const person = useHubQuery({
    key: ['network', 'person', personId],
    path: apiPaths.person(personId),
    schema: PersonRecordSchema,
  });
  return (
    <PageBody
      title={person.data?.displayName ?? 'Person'}
      back={{ href: pagePaths.people, label: 'People' }}
      status={
        person.data && (
          <>
            {!person.data.active && (
              <StatusBadge tone="warning">
                {person.data.erased ? 'Has left, details erased' : 'Has left'}
              </StatusBadge>
            )}
            {person.data.training !== 'not-an-imsa' && (
              <StatusBadge
                tone={
                  person.data.training === 'trainee' ? 'warning' : 'positive'
                }
              >
                {TRAINING_NAMES[person.data.training]}
              </StatusBadge>
            )}
          </>
        )
      }
    >
      <QueryBoundary query={person} what="this person">
        {record => (
          <>
            <Section title="About">
              <Facts items={personFacts(record)} />
            </Section>
            <Employments person={record} />
            {record.grants && <RoleGrants person={record} />}
            {record.allowedActions.includes('end-sessions') && (
              <SessionsSection person={record} />
            )}
            {has('network.subject-access') && me.id !== record.id && (
              <SubjectAccessSection person={record} />
            )}
          </>
        )}
      </QueryBoundary>
    </PageBody>
  );
}
