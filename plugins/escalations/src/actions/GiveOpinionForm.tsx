import {
  GiveOpinionRequestSchema,
  LONG_TEXT,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, LongText, Select } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Gives the second opinion one was asked for. */
export function GiveOpinionForm(props: CaseFormProps) {
  const asked = props.record.opinions.filter(
    ({ mine, givenAt }) => mine && givenAt === null,
  );
  return (
    <CaseForm
      {...props}
      action="give-opinion"
      title="Give your second opinion"
      lead="It stands in the case as you write it. What you could see because you were asked ends with it; by another part in the case, or at the desk, you still see it."
      submitLabel="Give the opinion"
      doneMessage="Your opinion is given"
      schema={GiveOpinionRequestSchema}
      initial={{ opinionId: props.item || (asked[0]?.id ?? ''), text: '' }}
      say={{ opinionId: 'Choose the question' }}
    >
      {({ value, change }) => (
        <>
          {asked.length > 1 && (
            <Select
              name="opinionId"
              label="Which question?"
              choices={asked.map(({ id, question }) => ({
                value: id,
                label: question,
              }))}
              value={value.opinionId}
              onChange={opinionId => change({ opinionId })}
            />
          )}
          <LongText>
            {asked.find(({ id }) => id === value.opinionId)?.question ?? ''}
          </LongText>
          <ConfidentialTextArea
            name="text"
            label="Your opinion"
            rows={8}
            maxLength={LONG_TEXT}
            value={value.text}
            onChange={text => change({ text })}
          />
        </>
      )}
    </CaseForm>
  );
}
