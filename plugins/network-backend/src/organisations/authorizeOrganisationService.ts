import type { HubPermissions } from '@imsa-hub/core-node';
import { requireManage } from '../access/requireManage';
import { requireUse } from '../access/requireUse';
import type { OrganisationService } from './OrganisationService';

/** The same service, for those who may. */
export function authorizeOrganisationService(options: {
  service: OrganisationService;
  permissions: HubPermissions;
}): OrganisationService {
  const { service, permissions } = options;
  return {
    async list(input) {
      requireUse(permissions, input.person);
      return service.list(input);
    },
    async find(input) {
      requireUse(permissions, input.person);
      return service.find(input);
    },
    async record(input) {
      requireUse(permissions, input.person);
      return service.record(input);
    },
    async create(input) {
      requireManage(permissions, input.person);
      return service.create(input);
    },
    async edit(input) {
      requireManage(permissions, input.person);
      return service.edit(input);
    },
  };
}
