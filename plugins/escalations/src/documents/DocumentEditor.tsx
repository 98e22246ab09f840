import { Button, ButtonLink } from '@backstage/ui';
import {
  DOCUMENT_TEXT,
  documentFooter,
  type DocumentVersion,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import {
  ConfidentialTextArea,
  ConfidentialTextField,
  ConflictNotice,
  FormActions,
  HubForm,
  needed,
  Section,
  useCheck,
  useDraft,
  useLeaveWarning,
} from '@imsa-hub/ui';
import {
  documentConflict,
  type DocumentBase,
  type DocumentDraft,
} from './documentDraft';
import { DocumentPreview } from './DocumentPreview';
import { ToAdaptNotice } from './ToAdaptNotice';
import { useWriteDocument } from './useWriteDocument';

/** Where a document is written, with how it will look beside it. */
export function DocumentEditor(props: {
  record: EscalationRecord;
  base: DocumentBase;
  onSaved(saved: DocumentVersion): void;
  /** Where "Not now" leads. */
  backTo: string;
}) {
  const { record, base, backTo } = props;
  const [draft, setDraft, clear] = useDraft<DocumentDraft>({
    key: `escalations.document.${record.id}.${base.documentId ?? `new.${base.templateId}`}`,
    initial: { title: base.title, body: base.body, version: base.version },
  });
  const isUnsaved = draft.title !== base.title || draft.body !== base.body;
  useLeaveWarning(isUnsaved);
  const { save, isPending, problem, newer, forget } = useWriteDocument({
    record,
    base,
    onSaved(saved) {
      clear();
      props.onSaved(saved);
    },
  });
  const { errors, checkNow } = useCheck(() =>
    needed([
      {
        field: 'title',
        value: draft.title,
        message: 'Give the document a title',
      },
      { field: 'body', value: draft.body, message: 'Write the document' },
    ]),
  );
  const submit = (written: DocumentDraft) => {
    if (!isPending && !checkNow()) save(written);
  };

  return (
    <div className="case-writing">
      <Section title="Write">
        {newer && (
          <ConflictNotice
            rows={documentConflict({ draft, newer })}
            onKeepMine={() => {
              const mine = { ...draft, version: newer.version };
              setDraft(mine);
              submit(mine);
            }}
            onTakeNewer={() => {
              forget();
              const { title, body, version } = newer;
              setDraft({ title, body, version });
            }}
          />
        )}
        <HubForm
          label="Document"
          onSubmit={() => submit(draft)}
          errors={errors}
          problem={problem}
        >
          <ConfidentialTextField
            name="title"
            label="Title"
            hint="What it is. No name of a survivor."
            maxLength={200}
            value={draft.title}
            onChange={title => setDraft({ ...draft, title })}
          />
          <ConfidentialTextArea
            name="body"
            label="Text"
            hint="Begin a line with # for a heading, with - or 1. for a list. Leave a line empty for a new paragraph."
            rows={34}
            maxLength={DOCUMENT_TEXT}
            value={draft.body}
            onChange={body => setDraft({ ...draft, body })}
          />
          <FormActions>
            <Button
              type="submit"
              variant="primary"
              size="medium"
              isPending={isPending}
            >
              {base.documentId
                ? 'Save as the next version'
                : 'Save the document'}
            </Button>
            <ButtonLink variant="tertiary" size="medium" href={backTo}>
              Not now
            </ButtonLink>
          </FormActions>
          {isUnsaved && (
            <p className="hub-optional" role="status">
              Not saved yet. What you typed is kept in this tab until you save
              it or sign out.
            </p>
          )}
        </HubForm>
      </Section>
      <Section title="How it will look">
        <ToAdaptNotice body={draft.body} />
        <DocumentPreview
          title={draft.title}
          body={draft.body}
          footer={documentFooter({
            body: draft.body,
            version: (draft.version ?? 0) + 1,
          })}
        />
      </Section>
    </div>
  );
}
