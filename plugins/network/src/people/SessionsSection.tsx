import { Button } from '@backstage/ui';
import {
  END_SESSIONS_REASON_NAMES,
  PersonRecordSchema,
  type PersonRecord,
} from '@imsa-hub/network-common';
import { ConfirmDialog, Section, useHubMutation, useToast } from '@imsa-hub/ui';
import { useState } from 'react';
import { apiPaths } from '../shared/paths';

/** Where somebody is signed in cannot be seen; all of it can be ended. */
export function SessionsSection(props: { person: PersonRecord }) {
  const { person } = props;
  const [isAsking, setIsAsking] = useState(false);
  const toast = useToast();
  const end = useHubMutation({
    path: apiPaths.endSessions(person.id),
    body: (reason: string) => ({ reason }),
    schema: PersonRecordSchema,
    invalidates: [['network', 'person', person.id]],
    onSuccess: () => {
      toast({ message: `${person.displayName} is signed out everywhere` });
      setIsAsking(false);
    },
  });
  return (
    <Section
      title="Signed in"
      lead="For a lost telephone, or when somebody else may be signed in as them. Their roles stay."
    >
      <div className="hub-row">
        <Button
          variant="secondary"
          size="medium"
          onPress={() => setIsAsking(true)}
        >
          Sign them out everywhere
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          isOpen
          destructive
          title={`Sign ${person.displayName} out everywhere?`}
          reasons={END_SESSIONS_REASON_NAMES}
          confirmLabel="Sign them out"
          isPending={end.isPending}
          problem={end.error}
          onConfirm={reason => end.mutate(reason)}
          onClose={() => setIsAsking(false)}
        >
          <p>
            Within seconds all their devices are signed out. They are not told,
            and can sign in again. If somebody else has their account itself,
            have it closed where they sign in, or end their roles.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
