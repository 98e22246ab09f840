import {
  IdSchema,
  KnowledgeAreaSchema,
  NationSchema,
  VersionSchema,
  placesToAdapt,
  plainText,
} from '@imsa-hub/core';
import { z } from 'zod';
import { DocumentSummarySchema, NamedPersonSchema } from './responses';
import { DocumentFormatSchema } from './vocabulary';

/** Longest document, in characters. */
export const DOCUMENT_TEXT = 30_000;

const TemplateIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'Choose a template of the list');
const VersionInAddressSchema = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/)
  .transform(Number)
  .optional();

export const DocumentIdSchema = z.strictObject({
  escalationId: IdSchema,
  documentId: IdSchema,
});
export const FileIdSchema = z.strictObject({
  escalationId: IdSchema,
  fileId: IdSchema,
});

/**
 * A new document, or a new version of one. It is stale by the document's own
 * version and not by the case's: a note of somebody else is no conflict.
 */
export const WriteDocumentRequestSchema = z.strictObject({
  /** The version of the case, as every change carries it. */
  version: VersionSchema,
  /** Nothing for a new document. */
  documentId: IdSchema.nullable().default(null),
  /** The version of the document that was edited. */
  documentVersion: VersionSchema.nullable().default(null),
  /** Made by the page once, so that a double click writes one document. */
  requestKey: IdSchema.nullable().default(null),
  templateId: TemplateIdSchema,
  title: plainText({ max: 200, empty: 'Give the document a title' }),
  /** Plain text with headings (#), lists (- and 1.) and paragraphs. */
  body: plainText({ max: DOCUMENT_TEXT, empty: 'Write the document' }),
});
export type WriteDocumentRequest = z.infer<typeof WriteDocumentRequestSchema>;

export const FillTemplateRequestSchema = z.strictObject({
  templateId: TemplateIdSchema,
});

/** Which version; the newest where none is named. */
export const ReadDocumentRequestSchema = z.strictObject({
  version: VersionInAddressSchema,
});
export const DownloadDocumentRequestSchema = z.strictObject({
  format: DocumentFormatSchema,
  version: VersionInAddressSchema,
});

export const UploadRequestSchema = z.strictObject({
  /** Made by the page once for each file, so that sending twice adds one. */
  requestKey: IdSchema,
});

/** A template as it is offered for a case. */
export const CaseTemplateSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  nations: z.array(NationSchema),
  areas: z.array(KnowledgeAreaSchema),
  version: z.number(),
  sources: z.array(z.string()),
  reviewedOn: z.string().nullable(),
});
export type CaseTemplateSummary = z.infer<typeof CaseTemplateSummarySchema>;

/** The templates for one case: its nation, its areas first. */
export const CaseTemplatesResponseSchema = z.object({
  templates: z.array(CaseTemplateSummarySchema),
});

export const FilledTemplateResponseSchema = z.object({
  templateId: z.string(),
  title: z.string(),
  body: z.string(),
  /** What could not be filled from the record, in words. */
  missing: z.array(z.string()),
});
export type FilledTemplate = z.infer<typeof FilledTemplateResponseSchema>;

/** One version of a document, to read and to go on from. */
export const DocumentVersionSchema = DocumentSummarySchema.extend({
  body: z.string(),
  /** The number of the newest version. */
  newest: z.number(),
  /** What stands at its foot; see {@link documentFooter}. */
  footer: z.string(),
  /** Every version there is, newest first. */
  versions: z.array(
    z.object({ version: z.number(), at: z.string(), by: NamedPersonSchema }),
  ),
});
export type DocumentVersion = z.infer<typeof DocumentVersionSchema>;

/**
 * What stands at the foot of a document: that it is a draft, as long as a place
 * is still to be adapted, and its version. Never a reference of the case or of
 * the survivor: with the name beside it, a letter would tie the two together.
 */
export function documentFooter(document: {
  body: string;
  version: number;
}): string {
  const version = `ersion ${document.version}`;
  const open = placesToAdapt(document.body).length;
  if (open === 0) return `V${version}`;
  return `Draft, v${version}, ${open === 1 ? 'one place' : `${open} places`} still to be adapted`;
}
