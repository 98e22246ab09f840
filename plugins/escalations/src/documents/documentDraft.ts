import type { DocumentVersion } from '@imsa-hub/escalations-common';
import type { ConflictRow } from '@imsa-hub/ui';

/** A document as it is being written. */
export interface DocumentDraft {
  title: string;
  body: string;
  /**
   * The version that is gone on from; nothing for a new document. It stays
   * with the words: kept for an hour in the tab, they are an hour old.
   */
  version: number | null;
}

/** What an editor begins from. */
export interface DocumentBase extends DocumentDraft {
  templateId: string;
  /** Nothing for a new document. */
  documentId: string | null;
}

/** What differs between what was written here and the newer version. */
export function documentConflict(options: {
  draft: DocumentDraft;
  newer: DocumentVersion;
}): ConflictRow[] {
  const { draft, newer } = options;
  return [
    { label: 'Title', yours: draft.title, newer: newer.title },
    { label: 'Text', yours: draft.body, newer: newer.body },
  ].filter(row => row.yours !== row.newer);
}
