import { useEffect, useRef, useState } from 'react';
import { DRAFTS, forgetDrafts } from './useDraft';

const OWNER = `${DRAFTS}of`;
const LEFT = `${DRAFTS}left`;
/** A sign-in that takes longer has been given up. */
const LONGEST_AWAY_MS = 60 * 60_000;

/** How somebody came back who had left to sign in again. */
export type Arrival = 'signed-in-again' | 'gave-up';

/** What stands in the forms of this page now. */
const standing = new Map<string, () => unknown>();
/** What stood in them when their person left to sign in again. */
let returned: Readonly<Record<string, unknown>> = {};

/**
 * A state that comes back to the same form after signing in again. Nothing of it
 * is stored before its person leaves for that, and nothing once they are back.
 *
 * @param options.key - names the form and the record: `subject-access.01h…`
 */
export function useKept<T>(options: {
  key: string;
  initial: T;
}): readonly [T, (value: T) => void] {
  const { key, initial } = options;
  const [value, setValue] = useState<T>(() =>
    key in returned ? (returned[key] as T) : initial,
  );
  const now = useRef(value);
  now.current = value;

  useEffect(() => {
    // Only the first form of a key takes what was kept for it.
    const { [key]: _taken, ...rest } = returned;
    returned = rest;
    const read = () => now.current;
    standing.set(key, read);
    return () => {
      if (standing.get(key) === read) standing.delete(key);
    };
  }, [key]);

  return [value, setValue] as const;
}

/**
 * Stores what stands in the forms of this page, in this tab, for one person, who
 * leaves to sign in again.
 *
 * @returns false where the browser keeps nothing: what was typed would be lost
 */
export function keepForReturn(person: string): boolean {
  const values = Object.fromEntries(
    [...standing].map(([key, read]) => [key, read()]),
  );
  try {
    sessionStorage.setItem(
      LEFT,
      JSON.stringify({ person, at: Date.now(), values }),
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives back what was kept for whoever arrives, and stores it no longer. What
 * somebody else typed in this tab is thrown away, drafts too.
 *
 * @returns nothing where nobody had left to sign in again
 */
export function arriveAs(
  person: string,
  options: { gaveUp: boolean },
): Arrival | undefined {
  try {
    const owner = sessionStorage.getItem(OWNER);
    if (owner !== null && owner !== person) forgetDrafts();
    sessionStorage.setItem(OWNER, person);
    const kept = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    const left = kept === null ? undefined : readLeft(kept);
    if (left?.person !== person) return undefined;
    if (Date.now() - left.at > LONGEST_AWAY_MS) return undefined;
    returned = left.values;
    return options.gaveUp ? 'gave-up' : 'signed-in-again';
  } catch {
    // A forbidden store has kept nothing.
    return undefined;
  }
}

interface Left {
  person: string;
  at: number;
  values: Record<string, unknown>;
}

function readLeft(kept: string): Left | undefined {
  try {
    const { person, at, values } = JSON.parse(kept) as Partial<Left>;
    return typeof person === 'string' &&
      typeof at === 'number' &&
      typeof values === 'object'
      ? { person, at, values }
      : undefined;
  } catch {
    return undefined;
  }
}
