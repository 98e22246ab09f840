import {
  LONG_TEXT,
  NoteRequestSchema,
  WRITTEN_KIND_NAMES,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface NoteDraft {
  kind: keyof typeof WRITTEN_KIND_NAMES;
  text: string;
}

/** Writes a note, advice, a call or a decision into the timeline. */
export function NoteForm(props: CaseFormProps) {
  return (
    <CaseForm<NoteDraft>
      {...props}
      action="note"
      title="Add to the timeline"
      lead="It stays as you write it: the timeline is only ever added to."
      submitLabel="Add it"
      doneMessage="It stands in the timeline"
      schema={NoteRequestSchema}
      initial={{ kind: 'note', text: '' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="kind"
            label="What is it?"
            orientation="horizontal"
            choices={choices.writtenKind}
            value={value.kind}
            onChange={kind => change({ kind })}
          />
          <ConfidentialTextArea
            name="text"
            label={WRITTEN_KIND_NAMES[value.kind]}
            rows={6}
            maxLength={LONG_TEXT}
            value={value.text}
            onChange={text => change({ text })}
          />
        </>
      )}
    </CaseForm>
  );
}
