import { useParams } from 'react-router-dom';
import { NATION_NAMES, SECTOR_NAMES } from '@imsa-hub/core';
import {
  OrganisationRecordSchema,
  STANDING_NAMES,
  type OrganisationRecord,
} from '@imsa-hub/network-common';
import {
  Facts,
  Moment,
  PageBody,
  QueryBoundary,
  Section,
  StatusBadge,
  useHubQuery,
  useLive,
} from '@imsa-hub/ui';
import { PeopleTable } from '../people/PeopleTable';
import { apiPaths, pagePaths } from '../shared/paths';

function factsOf(organisation: OrganisationRecord) {
  const { sector, area, nation, cohort, joinedOn, leftOn } = organisation;
  return [
    { label: 'Kind', value: SECTOR_NAMES[sector] },
    { label: 'Where', value: `${area}, ${NATION_NAMES[nation]}` },
    ...(cohort ? [{ label: 'Cohort', value: cohort }] : []),
    ...(joinedOn ? [{ label: 'Joined', value: <Moment at={joinedOn} /> }] : []),
    ...(leftOn ? [{ label: 'Left', value: <Moment at={leftOn} /> }] : []),
  ];
}

/** One organisation and the people who work there. */
export function OrganisationPage() {
  const { organisationId = '' } = useParams();
  useLive('network');
  const organisation = useHubQuery({
    key: ['network', 'organisation', organisationId],
    path: apiPaths.organisation(organisationId),
    schema: OrganisationRecordSchema,
  });
  return (
    <PageBody
      title={organisation.data?.name ?? 'Organisation'}
      back={{ href: pagePaths.organisations, label: 'Organisations' }}
      status={
        organisation.data && (
          <StatusBadge
            tone={
              organisation.data.standing === 'current' ? 'positive' : 'warning'
            }
          >
            {STANDING_NAMES[organisation.data.standing]}
          </StatusBadge>
        )
      }
    >
      <QueryBoundary query={organisation} what="this organisation">
        {record => (
          <>
            <Section title="About">
              <Facts items={factsOf(record)} />
            </Section>
            <Section title="People here" variant="plain">
              <PeopleTable
                search={{ organisationId: record.id }}
                label={`People at ${record.name}`}
              />
            </Section>
          </>
        )}
      </QueryBoundary>
    </PageBody>
  );
}
