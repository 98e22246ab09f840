import type { NamedPerson } from '@imsa-hub/core';
import type { PeopleDirectory } from './PeopleDirectory';

/** Somebody by register id as others see them, also after they left. */
export const namedPerson = (
  people: Pick<PeopleDirectory, 'byId' | 'nameOf'>,
  personId: string,
): NamedPerson => ({
  id: personId,
  name: people.nameOf(personId),
  trainee: people.byId(personId)?.training === 'trainee',
});
