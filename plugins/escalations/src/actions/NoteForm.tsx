import {
  LONG_TEXT,
  NoteRequestSchema,
  type NoteRequest,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { ImmigrationNotice } from '../record/ImmigrationNotice';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface NoteDraft {
  kind: NoteRequest['kind'];
  text: string;
}

const LABELS: Readonly<Record<NoteRequest['kind'], string>> = {
  note: 'What should be remembered?',
  advice: 'What do you advise?',
  signpost: 'Where can they go, and what for?',
  call: 'Whom did you speak to, and what was said?',
  decision: 'What was decided, and why?',
};

/** Writes a note, advice, a call or a decision into the timeline. */
export function NoteForm(props: CaseFormProps) {
  return (
    <CaseForm<NoteDraft>
      {...props}
      action="note"
      title="Add to the timeline"
      lead="It stays as you write it: the timeline is only ever added to."
      submitLabel="Add it"
      doneMessage="It is in the timeline"
      schema={NoteRequestSchema}
      initial={{ kind: 'note', text: '' }}
    >
      {({ value, change }) => (
        <>
          {props.record.immigrationGate && (
            <ImmigrationNotice why={props.record.immigrationGate} />
          )}
          <RadioGroup
            name="kind"
            label="What is it?"
            orientation="horizontal"
            choices={choices.writtenKind.filter(
              ({ value: kind }) =>
                kind !== 'advice' || !props.record.immigrationGate,
            )}
            value={value.kind}
            onChange={kind => change({ kind })}
          />
          <ConfidentialTextArea
            name="text"
            label={LABELS[value.kind]}
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
