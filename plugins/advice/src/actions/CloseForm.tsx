import type { OutcomeResult } from '@imsa-hub/advice-common';
import { KNOWLEDGE_AREA_NAMES, type KnowledgeArea } from '@imsa-hub/core';
import { type FieldError, needed, RadioGroup, ReasonField } from '@imsa-hub/ui';
import { outcomeChoices } from '../words/choices';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { isLate, LateReasonField } from './LateReasonField';
import { useActionDraft } from './useActionDraft';

interface OutcomeDraft {
  area: KnowledgeArea;
  result: OutcomeResult | '';
  why: string;
}

interface CloseDraft {
  outcomes: OutcomeDraft[];
  lateReason: string;
}

function check(options: { value: CloseDraft; isLate: boolean }): FieldError[] {
  const { value } = options;
  return needed([
    ...value.outcomes.map(({ area, result }, index) => ({
      field: `outcomes.${index}.result`,
      value: result,
      message: `Say what came of ${KNOWLEDGE_AREA_NAMES[area]}`,
    })),
    ...(options.isLate
      ? [
          {
            field: 'lateReason',
            value: value.lateReason,
            message: 'Say why it is resolved late',
          },
        ]
      : []),
  ]);
}

/** Closes a query with what came of each of its areas. */
export function CloseForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<CloseDraft>({
    queryId: record.id,
    action: 'close',
    initial: {
      outcomes: record.areas.map(area => ({ area, result: '', why: '' })),
      lateReason: '',
    },
  });
  const late = isLate(record);
  const changeOne = (at: number, part: Partial<OutcomeDraft>) =>
    change({
      outcomes: value.outcomes.map((outcome, index) =>
        index === at ? { ...outcome, ...part } : outcome,
      ),
    });
  return (
    <ActionFrame
      action="close"
      record={record}
      title="Close this query"
      lead="It can be reopened. The asker is asked whether it helped."
      submitLabel="Close the query"
      doneMessage={`${record.reference} is closed`}
      check={() => check({ value, isLate: late })}
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      {problem => (
        <>
          {value.outcomes.map((outcome, index) => (
            <div key={outcome.area} className="hub-stack">
              <RadioGroup
                name={`outcomes.${index}.result`}
                label={`What came of ${KNOWLEDGE_AREA_NAMES[outcome.area]}?`}
                orientation="horizontal"
                choices={outcomeChoices}
                value={outcome.result}
                onChange={result => changeOne(index, { result })}
              />
              <ReasonField
                name={`outcomes.${index}.why`}
                label="How, or why not?"
                optional
                value={outcome.why}
                onChange={why => changeOne(index, { why })}
              />
            </div>
          ))}
          <LateReasonField
            label="Why is it late?"
            isLate={late}
            problem={problem}
            value={value.lateReason}
            onChange={lateReason => change({ lateReason })}
          />
        </>
      )}
    </ActionFrame>
  );
}
