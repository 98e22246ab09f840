import { useEffect, useRef } from 'react';
import { ButtonLink } from '@backstage/ui';
import {
  FilledTemplateResponseSchema,
  type DocumentVersion,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { ErrorState, LoadingState, Notice, useHubMutation } from '@imsa-hub/ui';
import { apiPaths } from '../api/paths';
import { DocumentEditor } from './DocumentEditor';
import { documentPages } from './paperPaths';

/** A new document, begun from a template that is filled once from the case. */
export function FilledEditor(props: {
  record: EscalationRecord;
  templateId: string;
  onSaved(saved: DocumentVersion): void;
}) {
  const { record, templateId } = props;
  const { mutate, data, error } = useHubMutation({
    path: apiPaths.does(record.id, 'fill-template'),
    schema: FilledTemplateResponseSchema,
    body: (id: string) => ({ templateId: id }),
  });
  // Once, and not again when the case changes: somebody is typing by then.
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate(templateId);
  }, [mutate, templateId]);

  if (error) {
    return (
      <>
        <ErrorState
          error={error}
          title="We could not fill in the template"
          onRetry={() => mutate(templateId)}
        />
        <div className="hub-row">
          <ButtonLink
            variant="secondary"
            size="medium"
            href={documentPages.choose(record.id)}
          >
            Choose another template
          </ButtonLink>
        </div>
      </>
    );
  }
  if (!data) return <LoadingState what="the template" lines={8} />;
  return (
    <>
      {data.missing.length > 0 && (
        <Notice
          tone="information"
          title="The case does not say everything that this template asks for"
        >
          <ul>
            {data.missing.map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      <DocumentEditor
        record={record}
        base={{
          templateId,
          documentId: null,
          version: null,
          title: data.title,
          body: data.body,
        }}
        onSaved={props.onSaved}
        backTo={documentPages.choose(record.id)}
      />
    </>
  );
}
