import type { HubPermissions } from '@imsa-hub/core-node';
import { requireManage, requireUse } from '../access/requireDeadlines';
import type { RuleService } from './RuleService';

/** The same service, for those who may. */
export function authorizeRuleService(options: {
  service: RuleService;
  permissions: HubPermissions;
}): RuleService {
  const { service, permissions } = options;
  return {
    async list(input) {
      requireUse(permissions, input.person);
      return service.list(input);
    },
    async record(input) {
      requireUse(permissions, input.person);
      return service.record(input);
    },
    async end(input) {
      requireManage(permissions, input.person);
      return service.end(input);
    },
    async review(input) {
      requireManage(permissions, input.person);
      return service.review(input);
    },
  };
}
