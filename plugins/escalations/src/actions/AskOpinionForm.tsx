import {
  AskOpinionRequestSchema,
  LONG_TEXT,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, useMe } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { PersonField } from './PersonField';

/** Asks somebody for a second opinion; they see the case until they gave it. */
export function AskOpinionForm(props: CaseFormProps) {
  const { person } = useMe();
  return (
    <CaseForm
      {...props}
      action="ask-opinion"
      title="Ask for a second opinion"
      lead="Being asked lets them see the case until they have answered; whoever sits at the desk sees it anyway. It cannot be closed before."
      submitLabel="Ask them"
      doneMessage="They were asked for a second opinion"
      schema={AskOpinionRequestSchema}
      initial={{ personId: '', question: '' }}
      say={{ personId: 'Choose a person' }}
    >
      {({ value, change }) => (
        <>
          <PersonField
            label="Whose opinion?"
            from={({ handlers, imsas }) => [...handlers, ...imsas]}
            without={[person.id]}
            value={value.personId}
            onChange={personId => change({ personId })}
          />
          <ConfidentialTextArea
            name="question"
            label="What do you want to know?"
            rows={4}
            maxLength={LONG_TEXT}
            value={value.question}
            onChange={question => change({ question })}
          />
        </>
      )}
    </CaseForm>
  );
}
