import { useState } from 'react';
import { ROLE_NAMES } from '@imsa-hub/core';
import {
  PersonRecordSchema,
  type PersonRecord,
  type RoleGrantView,
} from '@imsa-hub/network-common';
import { londonDate, useHubMutation, useToast } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';
import { EndDialog } from './EndDialog';

/** Ends one role; the employment it stands on goes on. */
export function EndRoleDialog(props: {
  person: PersonRecord;
  grant: RoleGrantView;
  onClose(): void;
}) {
  const { person, grant, onClose } = props;
  const toast = useToast();
  const [untilOn, setUntilOn] = useState(() => londonDate(new Date()));
  const end = useHubMutation({
    path: apiPaths.endRole({ personId: person.id, grantId: grant.id }),
    body: (day: string) => ({ version: person.version, untilOn: day }),
    schema: PersonRecordSchema,
    invalidates: [['network']],
    onSuccess: () => {
      toast({ message: 'The role is ended' });
      onClose();
    },
  });
  return (
    <EndDialog
      title={`End the role ${ROLE_NAMES[grant.role]} of ${person.displayName}?`}
      consequence="Somebody who is signed in loses it within a minute, everywhere."
      confirmLabel="End role"
      dateName="untilOn"
      date={untilOn}
      onDate={setUntilOn}
      isPending={end.isPending}
      problem={end.error}
      onConfirm={() => end.mutate(untilOn)}
      onClose={onClose}
    />
  );
}
