import type { DocumentView } from '@imsa-hub/core';
import { renderDocx } from './renderDocx';
import { renderHtml } from './renderHtml';
import { renderPdf } from './renderPdf';
import { renderText } from './renderText';

/** The forms that a document can be had in. */
export const DOCUMENT_FORMATS = ['html', 'pdf', 'docx', 'text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What each form is sent as, and how its file's name ends. */
export const DOCUMENT_FORMAT_TYPES: Readonly<
  Record<DocumentFormat, { type: string; ending: string }>
> = {
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  pdf: { type: 'application/pdf', ending: 'pdf' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
  },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
};

/** Draws a document in one of its forms; all of them say the same. */
export async function renderDocument(
  view: DocumentView,
  format: DocumentFormat,
): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return renderPdf(view);
    case 'docx':
      return renderDocx(view);
    case 'text':
      return Buffer.from(renderText(view), 'utf8');
    default:
      return Buffer.from(renderHtml(view), 'utf8');
  }
}
