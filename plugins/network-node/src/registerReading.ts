import type { PeopleDirectory } from './PeopleDirectory';

type Register = Pick<PeopleDirectory, 'all' | 'refresh'>;

/**
 * Whether the register is known at all. A reading that is too old is trusted no
 * more, and then nobody is known: which is not the same as everybody having left.
 */
export function isRegisterKnown(people: Pick<Register, 'all'>): boolean {
  return people.all().length > 0;
}

/**
 * Reads the register where it is not known. Work whose outcome depends on who
 * is active, and which cannot be done twice, asks for this first.
 *
 * @throws whatever keeps the register from being read
 */
export async function requireRegister(people: Register): Promise<void> {
  if (!isRegisterKnown(people)) await people.refresh();
}
