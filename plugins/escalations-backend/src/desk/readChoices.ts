import {
  escalationsDeskPermission,
  escalationsRaisePermission,
  type Choices,
} from '@imsa-hub/escalations-common';
import { readHubContact } from '@imsa-hub/core-node';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';

/** What can be chosen in forms: types, organisations, events and people. */
export function readChoices(
  { hub, types, limits }: EscalationContext,
  presenter: EscalationPresenter,
): Choices {
  const holding = (permission: BasicPermission) =>
    hub.people
      .all()
      .filter(person => hub.permissions.may(person, permission))
      .map(person => presenter.named(person.id));
  return {
    types: types
      .all()
      .map(({ id, title, description }) => ({ id, title, description })),
    organisations: hub.people
      .organisations()
      .map(({ id, name }) => ({ id, name })),
    events: [...limits().choices()],
    handlers: holding(escalationsDeskPermission),
    imsas: holding(escalationsRaisePermission),
    contact: readHubContact(hub.config),
  };
}
