/** A person as screens name them. A trainee is always shown as such. */
export function nameOf(person: { name: string; trainee: boolean }): string {
  return person.trainee ? `${person.name} (trainee)` : person.name;
}
