import {
  escalationsDeskPermission,
  escalationsRaisePermission,
} from '@imsa-hub/escalations-common';
import { HubInputError } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from './EscalationRow';

/** What a person has to be for a part. */
export type Suits = (
  context: EscalationContext,
  person: PersonContext,
  row: EscalationDbRow,
) => boolean;

/** Can handle a case at the Hub: sits at the desk and did not bring it. */
export const mayHandle: Suits = (context, person, row) =>
  context.hub.permissions.may(person, escalationsDeskPermission) &&
  person.id !== row.raised_by &&
  person.id !== row.lead_id &&
  (row.level !== 'hub-manager' || person.roles.includes('hub-manager'));

/** Can be brought in, or be the lead IMSA. */
export const mayLead: Suits = (context, person) =>
  context.hub.permissions.may(person, escalationsRaisePermission);

/**
 * The person, where they suit and nothing keeps them from the case.
 *
 * @throws HubInputError otherwise, in the same words whatever the reason: a
 *   conflict is nobody's business
 */
export function suitable(
  context: EscalationContext,
  row: EscalationDbRow,
  personId: string,
  suits: Suits,
  field = 'body.personId',
): PersonContext {
  const person = context.hub.people.byId(personId);
  if (person && isFree(person, row) && suits(context, person, row)) {
    return person;
  }
  throw new HubInputError({
    fields: [
      { field, message: 'Choose somebody else; this person cannot take it' },
    ],
  });
}

/** Neither conflicted nor stepped back. */
export function isFree(
  person: PersonContext,
  row: Pick<EscalationDbRow, 'subject_organisation_id' | 'recused_ids'>,
): boolean {
  const organisation = row.subject_organisation_id;
  return (
    !row.recused_ids.includes(person.id) &&
    (organisation === null || !person.organisationIds.includes(organisation))
  );
}
