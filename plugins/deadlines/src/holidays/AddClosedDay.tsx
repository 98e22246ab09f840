import { useState } from 'react';
import type { Division } from '@imsa-hub/core';
import type { HolidayChange } from '@imsa-hub/deadlines-common';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  ConfidentialTextField,
  DateField,
  FormDialog,
  needed,
  useCheck,
} from '@imsa-hub/ui';
import { divisionChoices } from '../shared/choices';
import { useHolidayChange } from './useHolidayChange';

/** Asks for a day that is closed although the list does not have it. */
export function AddClosedDay(props: { division: Division; onClose(): void }) {
  const { division, onClose } = props;
  const [draft, setDraft] = useState({
    divisions: [division],
    date: '',
    title: '',
    reason: '',
  });
  const add = useHolidayChange(onClose);
  const change = (part: Partial<typeof draft>) =>
    setDraft({ ...draft, ...part });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'divisions',
        value: draft.divisions.join(''),
        message: 'Choose where',
      },
      { field: 'date', value: draft.date, message: 'Enter the day' },
      {
        field: 'title',
        value: draft.title,
        message: 'Say what the day is called',
      },
      { field: 'reason', value: draft.reason, message: 'Give a reason' },
    ]),
  );
  const submit = () => {
    const sent: HolidayChange = { ...draft, change: 'add' };
    if (!add.isPending && !checkNow()) add.mutate(sent);
  };
  return (
    <FormDialog
      title="Add a closed day"
      submitLabel="Add the day"
      isPending={add.isPending}
      errors={errors}
      problem={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        Working days are counted without it from now on, and limits that it
        touches are worked out again.
      </p>
      <CheckboxGroup
        name="divisions"
        label="Where"
        choices={divisionChoices}
        value={draft.divisions}
        onChange={divisions => change({ divisions })}
      />
      <DateField
        name="date"
        label="Day"
        value={draft.date}
        onChange={date => change({ date })}
      />
      <ConfidentialTextField
        strictness="refuse"
        name="title"
        label="What it is called"
        maxLength={120}
        value={draft.title}
        onChange={title => change({ title })}
      />
      <ConfidentialTextArea
        strictness="refuse"
        name="reason"
        label="Why"
        rows={3}
        maxLength={1_000}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </FormDialog>
  );
}
