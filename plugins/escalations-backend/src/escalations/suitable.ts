import {
  escalationsDeskPermission,
  escalationsManagePermission,
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

/**
 * Can handle a case at the Hub: sits at the desk, did not bring it, and does not
 * lead it or is about to. From the Hub Manager's level on, the Hub Manager.
 */
export const mayHandle: Suits = (context, person, row) =>
  context.hub.permissions.may(person, escalationsDeskPermission) &&
  person.id !== row.raised_by &&
  person.id !== row.lead_id &&
  person.id !== row.next_lead_id &&
  (row.level === 'senior-imsa' ||
    context.hub.permissions.may(person, escalationsManagePermission));

/** Can be brought in. */
export const mayTakePart: Suits = (context, person) =>
  context.hub.permissions.may(person, escalationsRaisePermission);

/** Can be the lead IMSA: nobody decides at the Hub on what they lead. */
export const mayLead: Suits = (context, person, row) =>
  mayTakePart(context, person, row) && person.id !== row.handler_id;

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
