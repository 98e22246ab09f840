import {
  DocumentIdSchema,
  DownloadDocumentRequestSchema,
  EscalationIdSchema,
  escalationsUsePermission,
  FillTemplateRequestSchema,
  ReadDocumentRequestSchema,
  WriteDocumentRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from '../createEscalations';

const door = escalationsUsePermission;
const scope = 'record';
// 30,000 characters, each up to six bytes where JSON writes it out.
const BODY_LIMIT = 200_000;

/** Routes of a case's documents: templates, writing, reading, downloads. */
export function documentRoutes(services: EscalationServices): HubRoute[] {
  const { filling, documents, documentReading } = services;
  return [
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId/templates',
      summary: 'Templates of documents for a case',
      door,
      scope,
      params: EscalationIdSchema,
      handle: ({ person, params }) => filling.offered({ person, ...params }),
    }),
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/fill-template',
      summary: 'A template filled from the case',
      door,
      scope,
      params: EscalationIdSchema,
      body: FillTemplateRequestSchema,
      handle: ({ person, actor, params, body }) =>
        filling.fill({ person, actor, ...params, ...body }),
    }),
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/write-document',
      summary: 'Write a document, or the next version of one',
      door,
      scope,
      params: EscalationIdSchema,
      body: WriteDocumentRequestSchema,
      bodyLimit: BODY_LIMIT,
      handle: ({ person, actor, params, body }) =>
        documents.write({
          person,
          actor,
          id: params.escalationId,
          version: body.version,
          request: body,
        }),
    }),
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId/documents/:documentId',
      summary: 'One version of a document',
      door,
      scope,
      params: DocumentIdSchema,
      query: ReadDocumentRequestSchema,
      handle: ({ person, actor, params, query }) =>
        documentReading.read({ person, actor, ...params, ...query }),
    }),
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId/documents/:documentId/download',
      summary: 'One version of a document as a file',
      door,
      scope,
      params: DocumentIdSchema,
      query: DownloadDocumentRequestSchema,
      handle: ({ person, actor, params, query }) =>
        documentReading.download({ person, actor, ...params, ...query }),
    }),
  ];
}
