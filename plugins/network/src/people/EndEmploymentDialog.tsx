import { useState } from 'react';
import {
  END_REASON_NAMES,
  END_REASONS,
  PersonRecordSchema,
  type EmploymentView,
  type EndReason,
  type PersonRecord,
} from '@imsa-hub/network-common';
import { londonDate, Select, useHubMutation, useToast } from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';
import { EndDialog } from './EndDialog';

const reasonChoices = END_REASONS.map(value => ({
  value,
  label: END_REASON_NAMES[value],
}));

const REASON_MISSING = [{ field: 'reason', message: 'Choose why it ends' }];

/** Ends an employment and, with it, the roles that stand on it. */
export function EndEmploymentDialog(props: {
  person: PersonRecord;
  employment: EmploymentView;
  onClose(): void;
}) {
  const { person, employment, onClose } = props;
  const toast = useToast();
  const [endedOn, setEndedOn] = useState(() => londonDate(new Date()));
  const [reason, setReason] = useState<EndReason | ''>('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const end = useHubMutation({
    path: apiPaths.endEmployment({
      personId: person.id,
      employmentId: employment.id,
    }),
    body: (chosen: EndReason) => ({
      version: person.version,
      endedOn,
      reason: chosen,
    }),
    schema: PersonRecordSchema,
    invalidates: [['network']],
    onSuccess: () => {
      toast({ message: 'The employment is ended' });
      onClose();
    },
  });
  const confirm = () => {
    setIsReasonMissing(reason === '');
    if (reason !== '') end.mutate(reason);
  };
  return (
    <EndDialog
      title={`End ${person.displayName}’s employment at ${employment.organisationName}?`}
      consequence="The roles that belong to it end too. Somebody who is signed in loses them within a minute, and their open work goes back to the queue."
      confirmLabel="End employment"
      dateName="endedOn"
      date={endedOn}
      onDate={setEndedOn}
      errors={isReasonMissing ? REASON_MISSING : undefined}
      isPending={end.isPending}
      problem={end.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Select
        name="reason"
        label="Why it ends"
        choices={reasonChoices}
        value={reason}
        onChange={chosen => setReason(chosen)}
      />
    </EndDialog>
  );
}
