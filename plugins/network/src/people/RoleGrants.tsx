import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ROLE_NAMES } from '@imsa-hub/core';
import type { PersonRecord, RoleGrantView } from '@imsa-hub/network-common';
import { EmptyState, Moment, Section, StatusBadge } from '@imsa-hub/ui';
import { EndRoleDialog } from './EndRoleDialog';

/** What somebody may do and for how long; ending is offered where allowed. */
export function RoleGrants(props: { person: PersonRecord }) {
  const { person } = props;
  const { grants = [] } = person;
  const [ending, setEnding] = useState<RoleGrantView>();
  const mayEnd = person.allowedActions.includes('end-role');
  return (
    <Section title="Roles">
      {grants.length === 0 && <EmptyState title="No role on record" />}
      <ul className="hub-lines">
        {grants.map(grant => (
          <li key={grant.id}>
            <div>
              <p className="hub-row">
                {ROLE_NAMES[grant.role]}
                {!grant.current && <StatusBadge>Not current</StatusBadge>}
              </p>
              <p className="hub-optional">
                From <Moment at={grant.fromOn} />
                {grant.untilOn && (
                  <>
                    {' until '}
                    <Moment at={grant.untilOn} />
                  </>
                )}
              </p>
            </div>
            {mayEnd && grant.current && (
              <Button
                variant="secondary"
                size="medium"
                aria-label={`End role ${ROLE_NAMES[grant.role]}`}
                onPress={() => setEnding(grant)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && (
        <EndRoleDialog
          person={person}
          grant={ending}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Section>
  );
}
