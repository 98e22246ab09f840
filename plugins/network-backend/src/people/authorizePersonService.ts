import { NotAllowedError } from '@backstage/errors';
import type { HubPermissions } from '@imsa-hub/core-node';
import { requireManage } from '../access/requireManage';
import { requireUse } from '../access/requireUse';
import type { PersonChange, PersonService } from './PersonService';

/** The same service, for those who may, and never on themselves. */
export function authorizePersonService(options: {
  service: PersonService;
  permissions: HubPermissions;
}): PersonService {
  const { service, permissions } = options;
  // Deciding on one's own roles would make every other rule a matter of taste;
  // it also means that the last Hub Manager cannot lock everyone out.
  const requireOther = (input: PersonChange) => {
    requireManage(permissions, input.person);
    if (input.personId !== input.person.id) return;
    throw new NotAllowedError(
      'You cannot change your own roles or employments. Ask another Hub Manager.',
    );
  };
  return {
    async search(input) {
      requireUse(permissions, input.person);
      return service.search(input);
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
    async grantRole(input) {
      requireOther(input);
      return service.grantRole(input);
    },
    async endRole(input) {
      requireOther(input);
      return service.endRole(input);
    },
    async startEmployment(input) {
      requireOther(input);
      return service.startEmployment(input);
    },
    async endEmployment(input) {
      requireOther(input);
      return service.endEmployment(input);
    },
    async endSessions(input) {
      requireManage(permissions, input.person);
      if (input.personId === input.person.id) {
        throw new NotAllowedError(
          'Sign out to end your own sessions: that ends them on all your devices.',
        );
      }
      return service.endSessions(input);
    },
  };
}
