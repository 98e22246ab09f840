import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  DryRunImportSchema,
  ImportSchema,
  LARGEST_CSV_BYTES,
  networkManagePermission,
} from '@imsa-hub/network-common';
import type { ImportService } from './ImportService';

// JSON writes a line break as two bytes and a quotation mark as two.
const BODY_LIMIT = 2 * LARGEST_CSV_BYTES + 1_000;

/** The routes that bring files in. */
export function importRoutes(service: ImportService): HubRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/imports/dry-run',
      summary: 'Read a CSV file and list every problem in it',
      door: networkManagePermission,
      scope: 'collection',
      body: DryRunImportSchema,
      bodyLimit: BODY_LIMIT,
      handle: ({ person, body }) => service.dryRun({ person, file: body }),
    }),
    defineRoute({
      method: 'post',
      path: '/imports',
      summary: 'Import a CSV file that passed its dry run',
      freshSignIn: true,
      door: networkManagePermission,
      scope: 'collection',
      body: ImportSchema,
      bodyLimit: BODY_LIMIT,
      handle: ({ person, actor, body }) =>
        service.import({ person, actor, file: body }),
    }),
  ];
}
