import { Button } from '@backstage/ui';
import {
  LONG_TEXT,
  TemplateSchema,
  type Template,
} from '@imsa-hub/advice-common';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  ConfidentialTextField,
  ConflictNotice,
  FormActions,
  HubForm,
  needed,
  type ProblemError,
  RadioGroup,
  Section,
  useCheck,
} from '@imsa-hub/ui';
import { REPLY_KIND_NAMES } from '../reply/replyWords';
import { areaChoices, nationChoices } from '../words/choices';
import { templateConflict, type TemplateDraft } from './templateDraft';

const kindChoices = (['case-specific', 'signpost'] as const).map(value => ({
  value,
  label: REPLY_KIND_NAMES[value],
}));

/** The fields of a template. */
export function TemplateForm(props: {
  draft: TemplateDraft;
  onChange(draft: TemplateDraft): void;
  onSave(): void;
  isPending: boolean;
  problem: ProblemError | null;
  onKeepMine(newer: Template): void;
  onTakeNewer(newer: Template): void;
}) {
  const { draft, problem } = props;
  const change = (part: Partial<TemplateDraft>) =>
    props.onChange({ ...draft, ...part });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'title',
        value: draft.title,
        message: 'Give the template a title',
      },
      { field: 'body', value: draft.body, message: 'Write the template' },
    ]),
  );
  const newer = TemplateSchema.safeParse(problem?.current);
  const submit = () => {
    if (!props.isPending && !checkNow()) props.onSave();
  };

  return (
    <Section title="Template">
      {newer.success && (
        <ConflictNotice
          rows={templateConflict({ draft, newer: newer.data })}
          onKeepMine={() => props.onKeepMine(newer.data)}
          onTakeNewer={() => props.onTakeNewer(newer.data)}
        />
      )}
      <HubForm
        label="Template"
        onSubmit={submit}
        errors={errors}
        problem={problem}
      >
        <ConfidentialTextField
          name="title"
          strictness="refuse"
          label="Title"
          hint="What an adviser looks for: “Negative decision: ask for it again”."
          value={draft.title}
          onChange={title => change({ title })}
        />
        <ConfidentialTextArea
          name="body"
          strictness="refuse"
          label="Text"
          hint="Write {{reference}} and the like where something is filled in."
          rows={16}
          maxLength={LONG_TEXT}
          value={draft.body}
          onChange={body => change({ body })}
        />
        <RadioGroup
          name="kind"
          label="What kind of reply is it?"
          orientation="horizontal"
          choices={kindChoices}
          value={draft.kind}
          onChange={kind => change({ kind })}
        />
        <CheckboxGroup
          name="nations"
          label="Nations"
          hint="None chosen means all of them."
          optional
          orientation="horizontal"
          choices={nationChoices}
          value={draft.nations}
          onChange={nations => change({ nations })}
        />
        <CheckboxGroup
          name="areas"
          label="Knowledge areas"
          hint="None chosen means every area."
          optional
          choices={areaChoices}
          value={draft.areas}
          onChange={areas => change({ areas })}
        />
        <FormActions>
          <Button
            type="submit"
            variant="primary"
            size="medium"
            isPending={props.isPending}
          >
            Save the template
          </Button>
        </FormActions>
      </HubForm>
    </Section>
  );
}
