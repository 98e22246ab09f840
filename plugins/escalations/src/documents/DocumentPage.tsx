import {
  DocumentVersionSchema,
  type DocumentVersion,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import {
  LoadingState,
  PageBody,
  RecordNotFound,
  useHubQuery,
  useLive,
  useToast,
} from '@imsa-hub/ui';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useCase } from '../api/useCase';
import { DocumentEditor } from './DocumentEditor';
import { DocumentReader } from './DocumentReader';
import { FilledEditor } from './FilledEditor';
import './papers.css';
import { documentPages, paperKeys, paperPaths } from './paperPaths';
import { TemplateChooser } from './TemplateChooser';

/** A document of a case: to choose a template for, to write, or to read. */
export function DocumentPage() {
  const { caseId = '', documentId = '' } = useParams();
  const { record, error, retry } = useCase(caseId);
  useLive('escalations');
  if (error && (!record || error.status === 404)) {
    return (
      <RecordNotFound
        noun="document"
        back={{ href: pagePaths.desk, label: 'Complex cases' }}
        goLabel="Go to complex cases"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (!record) {
    return (
      <PageBody title="Document">
        <LoadingState what="the case" lines={8} />
      </PageBody>
    );
  }
  return documentId === 'new' ? (
    <NewDocument record={record} />
  ) : (
    <OneDocument record={record} documentId={documentId} />
  );
}

const backTo = (record: EscalationRecord) => ({
  href: pagePaths.case(record.id),
  label: `Case ${record.reference}`,
});

function useSaved(record: EscalationRecord) {
  const navigate = useNavigate();
  const toast = useToast();
  return (saved: DocumentVersion) => {
    toast({ message: `“${saved.title}” is saved as version ${saved.version}` });
    navigate(documentPages.read(record.id, saved.id));
  };
}

function NewDocument(props: { record: EscalationRecord }) {
  const { record } = props;
  const [search] = useSearchParams();
  const templateId = search.get('template');
  const onSaved = useSaved(record);
  const mayWrite = record.allowedActions.includes('write-document');
  return (
    <PageBody
      title={templateId ? 'Write a document' : 'Choose a template'}
      eyebrow={record.reference}
      back={backTo(record)}
      lead={
        templateId
          ? 'Filled in from the case. Everything in it is yours to change.'
          : 'Each one is a draft that you adapt with the survivor. They are for the law of this case’s nation.'
      }
    >
      {!mayWrite && (
        <p>Documents cannot be written in this case as it stands now.</p>
      )}
      {mayWrite && !templateId && <TemplateChooser record={record} />}
      {mayWrite && templateId && (
        <FilledEditor
          key={templateId}
          record={record}
          templateId={templateId}
          onSaved={onSaved}
        />
      )}
    </PageBody>
  );
}

function OneDocument(props: { record: EscalationRecord; documentId: string }) {
  const { record, documentId } = props;
  const [search] = useSearchParams();
  const version = Number(search.get('version')) || undefined;
  const isEditing = search.get('edit') === 'yes';
  const onSaved = useSaved(record);
  const query = useHubQuery({
    key: paperKeys.document(record.id, documentId, version),
    path: paperPaths.document(record.id, documentId, version),
    schema: DocumentVersionSchema,
  });
  const document = query.data;
  if (!document) {
    return query.error ? (
      <RecordNotFound
        noun="document"
        back={backTo(record)}
        goLabel="Go to the case"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <PageBody title="Document" back={backTo(record)}>
        <LoadingState what="the document" lines={8} />
      </PageBody>
    );
  }
  const mayWrite = record.allowedActions.includes('write-document');
  return (
    <PageBody
      title={document.title}
      eyebrow={record.reference}
      back={backTo(record)}
    >
      {isEditing && mayWrite ? (
        <DocumentEditor
          key={documentId}
          record={record}
          base={{
            templateId: document.templateId,
            documentId,
            version: document.version,
            title: document.title,
            body: document.body,
          }}
          onSaved={onSaved}
          backTo={documentPages.read(record.id, documentId)}
        />
      ) : (
        <DocumentReader record={record} document={document} />
      )}
    </PageBody>
  );
}
