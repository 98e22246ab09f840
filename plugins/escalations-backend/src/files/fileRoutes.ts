import {
  EscalationIdSchema,
  escalationsUsePermission,
  FileIdSchema,
  UploadRequestSchema,
} from '@imsa-hub/escalations-common';
import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from '../createEscalations';

const door = escalationsUsePermission;
const scope = 'record';

/** Routes of a case's files. */
export function fileRoutes({ upload, files }: EscalationServices): HubRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/cases/:escalationId/files',
      summary: 'Add one file, as a form',
      door,
      scope,
      params: EscalationIdSchema,
      query: UploadRequestSchema,
      handle: ({ person, actor, params, query, request }) =>
        upload.upload({ person, actor, request, ...params, ...query }),
    }),
    defineRoute({
      method: 'get',
      path: '/cases/:escalationId/files/:fileId/download',
      summary: 'A file, to be saved',
      door,
      scope,
      params: FileIdSchema,
      handle: ({ person, actor, params }) =>
        files.download({ person, actor, ...params }),
    }),
  ];
}
