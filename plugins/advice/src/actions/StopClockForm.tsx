import type { ClockStopCategory } from '@imsa-hub/advice-common';
import { needed, RadioGroup, ReasonField } from '@imsa-hub/ui';
import { clockStopChoices } from '../words/choices';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { useActionDraft } from './useActionDraft';

interface StopClockDraft {
  category: ClockStopCategory | '';
  reason: string;
}

/** Stops the clock, with the kind of reason and the reason itself. */
export function StopClockForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<StopClockDraft>({
    queryId: record.id,
    action: 'stop-clock',
    initial: { category: '', reason: '' },
  });
  return (
    <ActionFrame
      action="stop-clock"
      record={record}
      title="Stop the clock"
      lead="When you restart it, the time left is counted on from that moment."
      submitLabel="Stop the clock"
      doneMessage="The clock is stopped"
      check={() =>
        needed([
          {
            field: 'category',
            value: value.category,
            message: 'Choose what it waits for',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      <RadioGroup
        name="category"
        label="Why must it stop?"
        choices={clockStopChoices}
        value={value.category}
        onChange={category => change({ category })}
      />
      <ReasonField
        label="What exactly does it wait for?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
