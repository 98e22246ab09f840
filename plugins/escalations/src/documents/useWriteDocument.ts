import { useState } from 'react';
import { newId } from '@imsa-hub/core';
import {
  DocumentVersionSchema,
  type DocumentVersion,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import {
  readCurrent,
  useHubMutation,
  useKeepAnswer,
  useOnce,
} from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';
import type { DocumentBase, DocumentDraft } from './documentDraft';
import { paperKeys } from './paperPaths';

/** Saves a document as its next version, and knows of a newer one. */
export function useWriteDocument(options: {
  record: EscalationRecord;
  base: DocumentBase;
  onSaved(saved: DocumentVersion): void;
}) {
  const { record, base, onSaved } = options;
  // One key for as long as this editor stands: a second press adds nothing.
  const [requestKey] = useState(newId);
  const once = useOnce();
  const keep = useKeepAnswer();
  const saving = useHubMutation({
    path: apiPaths.does(record.id, 'write-document'),
    schema: DocumentVersionSchema,
    invalidates: [keys.case(record.id), paperKeys.documents(record.id)],
    body: (input: object) => input,
    onSuccess: saved => {
      // What was saved is read next; the one before must not be downloaded.
      keep(paperKeys.document(record.id, saved.id), () => saved);
      onSaved(saved);
    },
  });
  return {
    save: (draft: DocumentDraft) =>
      once(() =>
        saving.mutateAsync({
          version: record.version,
          templateId: base.templateId,
          documentId: base.documentId,
          documentVersion: draft.version,
          requestKey: base.documentId === null ? requestKey : null,
          title: draft.title,
          body: draft.body,
        }),
      ),
    isPending: saving.isPending,
    problem: saving.error,
    /** The version that somebody else wrote meanwhile. */
    newer: readCurrent(DocumentVersionSchema, saving.error),
    forget: saving.reset,
  };
}
