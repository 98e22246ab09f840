import type { HubPermissions } from '@imsa-hub/core-node';
import { requireManage } from '../access/requireManage';
import type { ImportService } from './ImportService';

/** The same service, for those who may. */
export function authorizeImportService(options: {
  service: ImportService;
  permissions: HubPermissions;
}): ImportService {
  const { service, permissions } = options;
  return {
    async dryRun(input) {
      requireManage(permissions, input.person);
      return service.dryRun(input);
    },
    async import(input) {
      requireManage(permissions, input.person);
      return service.import(input);
    },
  };
}
