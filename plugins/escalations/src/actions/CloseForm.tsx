import {
  CloseRequestSchema,
  LONG_TEXT,
  type CloseRequest,
  type KeyOutcome,
} from '@imsa-hub/escalations-common';
import { KNOWLEDGE_AREA_NAMES, type KnowledgeArea } from '@imsa-hub/core';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  RadioGroup,
  ReasonField,
} from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface OutcomeDraft {
  area: KnowledgeArea;
  result: CloseRequest['outcomes'][number]['result'] | '';
  why: string;
}

interface CloseDraft {
  outcomes: OutcomeDraft[];
  keyOutcomes: KeyOutcome[];
  learningPoint: string;
  structuralIssue: string;
  lateReason: string;
}

/** The areas as they are now, with what was said of those typed already. */
function outcomesFor(
  areas: readonly KnowledgeArea[],
  typed: readonly OutcomeDraft[],
): OutcomeDraft[] {
  return areas.map(
    area =>
      typed.find(outcome => outcome.area === area) ?? {
        area,
        result: '',
        why: '',
      },
  );
}

/** Closes a case with what came of it in each knowledge area. */
export function CloseForm(props: CaseFormProps) {
  const { areas, reference, target } = props.record;
  const say = Object.fromEntries(
    areas.map((area, index) => [
      `outcomes.${index}.result`,
      `Say what came of ${KNOWLEDGE_AREA_NAMES[area]}`,
    ]),
  );
  return (
    <CaseForm<CloseDraft>
      {...props}
      action="close"
      title="Close this case"
      lead="It can be opened again. It is kept until the end of its retention."
      submitLabel="Close the case"
      doneMessage={`${reference} is closed`}
      schema={CloseRequestSchema}
      initial={{
        outcomes: outcomesFor(areas, []),
        keyOutcomes: [],
        learningPoint: '',
        structuralIssue: '',
        lateReason: '',
      }}
      body={value => ({
        ...value,
        outcomes: outcomesFor(areas, value.outcomes),
      })}
      say={say}
      check={({ lateReason }) =>
        target.state === 'late' && !lateReason.trim()
          ? [
              {
                field: 'lateReason',
                message: 'This is later than its target. Say why.',
              },
            ]
          : []
      }
    >
      {({ value, change, problem }) => {
        const outcomes = outcomesFor(areas, value.outcomes);
        const changeOne = (at: number, part: Partial<OutcomeDraft>) =>
          change({
            outcomes: outcomes.map((outcome, index) =>
              index === at ? { ...outcome, ...part } : outcome,
            ),
          });
        const asksWhyLate =
          target.state === 'late' ||
          value.lateReason !== '' ||
          problem?.fieldErrors.some(({ field }) => field === 'lateReason');
        return (
          <>
            {outcomes.map(({ area, result, why }, index) => (
              <div key={area} className="hub-stack">
                <RadioGroup
                  name={`outcomes.${index}.result`}
                  label={`What came of ${KNOWLEDGE_AREA_NAMES[area]}?`}
                  orientation="horizontal"
                  choices={choices.outcome}
                  value={result}
                  onChange={next => changeOne(index, { result: next })}
                />
                <ReasonField
                  name={`outcomes.${index}.why`}
                  label={`${KNOWLEDGE_AREA_NAMES[area]}: how, or why not?`}
                  value={why}
                  onChange={next => changeOne(index, { why: next })}
                />
              </div>
            ))}
            <CheckboxGroup
              name="keyOutcomes"
              label="Which key outcomes does it touch?"
              optional
              choices={choices.keyOutcome}
              value={value.keyOutcomes}
              onChange={keyOutcomes => change({ keyOutcomes })}
            />
            <ConfidentialTextArea
              name="learningPoint"
              label="What can others learn from it?"
              hint="It is kept with this case. Write nothing that tells who anybody is."
              optional
              strictness="refuse"
              rows={4}
              maxLength={LONG_TEXT}
              value={value.learningPoint}
              onChange={learningPoint => change({ learningPoint })}
            />
            <ConfidentialTextArea
              name="structuralIssue"
              label="Where did the system itself fail the survivor?"
              optional
              strictness="refuse"
              rows={4}
              maxLength={LONG_TEXT}
              value={value.structuralIssue}
              onChange={structuralIssue => change({ structuralIssue })}
            />
            {asksWhyLate && (
              <ReasonField
                name="lateReason"
                label="Why is it later than its target?"
                value={value.lateReason}
                onChange={lateReason => change({ lateReason })}
              />
            )}
          </>
        );
      }}
    </CaseForm>
  );
}
