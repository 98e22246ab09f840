import { Button } from '@backstage/ui';
import type { RuleRecord } from '@imsa-hub/deadlines-common';
import {
  DateField,
  FormActions,
  HubForm,
  RadioGroup,
  Section,
  ConfidentialTextArea,
  useCheck,
  type ProblemError,
} from '@imsa-hub/ui';
import { endErrors, type EndDraft } from './endDraft';
import { SuccessorFields } from './SuccessorFields';

const FOLLOWS = [
  { value: 'successor', label: 'A new rule, from that day' },
  { value: 'nothing', label: 'Nothing' },
] as const;

/** Asks for the last day of a rule, and for what takes its place. */
export function EndRuleForm(props: {
  record: RuleRecord;
  draft: EndDraft;
  onChange(draft: EndDraft): void;
  onSave(): void;
  isPending: boolean;
  problem: ProblemError | null;
}) {
  const { record, draft } = props;
  const { errors, checkNow } = useCheck(() => endErrors(draft));
  const change = (part: Partial<EndDraft>) =>
    props.onChange({ ...draft, ...part });
  const hasSuccessors = record.successors.length > 0;
  const submit = () => {
    if (!props.isPending && !checkNow()) props.onSave();
  };
  return (
    <HubForm
      label="End this rule"
      onSubmit={submit}
      errors={errors}
      problem={props.problem}
    >
      {!hasSuccessors && (
        <>
          <DateField
            name="effectiveTo"
            label="First day whose events it no longer covers"
            hint="The day on which the new law begins. Events before it keep the law of their day."
            value={draft.effectiveTo}
            onChange={effectiveTo => change({ effectiveTo })}
          />
          <RadioGroup
            name="follows"
            label="What takes its place?"
            choices={FOLLOWS}
            value={draft.follows}
            onChange={follows => change({ follows })}
          />
        </>
      )}
      {draft.follows === 'successor' && (
        <Section
          title="The new rule"
          lead={`It starts with the same event: ${record.rule.event}. What stood in the rule before is filled in; change what the law changed.`}
        >
          <div className="hub-form">
            <SuccessorFields
              rule={record.rule}
              openNations={record.openNations}
              draft={draft.successor}
              onChange={successor => change({ successor })}
            />
          </div>
        </Section>
      )}
      <ConfidentialTextArea
        strictness="refuse"
        name="reason"
        label="Why"
        hint="Kept with the change, and shown in the rule's history."
        rows={3}
        maxLength={1_000}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
      <FormActions>
        <Button
          type="submit"
          variant="primary"
          size="medium"
          isPending={props.isPending}
        >
          {draft.follows === 'successor'
            ? 'Start the new rule'
            : 'End the rule'}
        </Button>
      </FormActions>
    </HubForm>
  );
}
