/** A short reference to a person of the register, to be said aloud: `K3F9Q2`. */
export function personReference(personId: string): string {
  return personId.slice(-6).toUpperCase();
}
