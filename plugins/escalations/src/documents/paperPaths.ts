import type { DocumentFormat } from '@imsa-hub/escalations-common';
import { apiPaths, pagePaths } from '../api/paths';

/** Addresses of the pages of documents. */
export const documentPages = {
  choose: (caseId: string) => pagePaths.document(caseId, 'new'),
  begin: (caseId: string, templateId: string) =>
    `${pagePaths.document(caseId, 'new')}?template=${templateId}`,
  read: pagePaths.document,
  edit: (caseId: string, documentId: string) =>
    `${pagePaths.document(caseId, documentId)}?edit=yes`,
  version: (caseId: string, documentId: string, version: number) =>
    `${pagePaths.document(caseId, documentId)}?version=${version}`,
} as const;

const ofCase = apiPaths.case;
const versioned = (version: number | undefined, before: string) =>
  version === undefined ? '' : `${before}version=${version}`;

/** Addresses of the routes of documents and files. */
export const paperPaths = {
  templates: (caseId: string) => `${ofCase(caseId)}/templates`,
  document: (caseId: string, documentId: string, version?: number) =>
    `${ofCase(caseId)}/documents/${documentId}${versioned(version, '?')}`,
  download: (options: {
    caseId: string;
    documentId: string;
    format: DocumentFormat;
    version?: number;
  }) => {
    const { caseId, documentId, format, version } = options;
    return `${ofCase(caseId)}/documents/${documentId}/download?format=${format}${versioned(version, '&')}`;
  },
  upload: (caseId: string, requestKey: string) =>
    `${ofCase(caseId)}/files?requestKey=${requestKey}`,
  file: (caseId: string, fileId: string) =>
    `${ofCase(caseId)}/files/${fileId}/download`,
} as const;

/** Names of kept answers. */
export const paperKeys = {
  templates: (caseId: string) => ['escalations-templates', caseId],
  documents: (caseId: string) => ['escalations', 'documents', caseId],
  document: (caseId: string, documentId: string, version?: number) => [
    'escalations',
    'documents',
    caseId,
    documentId,
    version ?? 'newest',
  ],
} as const;
