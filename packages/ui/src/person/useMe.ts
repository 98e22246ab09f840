import { useContext } from 'react';
import type { Me } from './MeSchema';
import { MeContext } from './MeProvider';

/** The signed-in person and what is open to them. */
export interface MeResult {
  person: Me['person'];
  doors: readonly string[];
  /** Whether this person holds a basic permission, such as `advice.use`. */
  has(door: string): boolean;
}

/** @throws Error outside `MeProvider`: every page stands inside it. */
export function useMe(): MeResult {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe needs MeProvider around it');
  return { ...me, has: door => me.doors.includes(door) };
}
