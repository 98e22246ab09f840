import type { NamedPerson } from '@imsa-hub/advice-common';

/** A person as screens name them. A trainee is always shown as such. */
export function nameOf(person: NamedPerson): string {
  return person.trainee ? `${person.name} (trainee)` : person.name;
}
