import type { Role } from '@imsa-hub/core';
import { holdsRole, type PersonContext } from '@imsa-hub/network-node';

/**
 * How much of the register somebody may read:
 *
 * - `register`: all of it, people who left included: who keeps it
 * - `hub`: everyone active, without addresses and dates: the Hub's own work
 * - `directory`: IMSAs and senior IMSAs, without addresses: fellow advocates
 * - `employer`: names and dates of the IMSAs an officer answers for
 * - `none`: nothing
 */
export type ReadingScope =
  'register' | 'hub' | 'directory' | 'employer' | 'none';

/** The widest scope that the person's roles give. */
export function readingScopeOf(person: PersonContext): ReadingScope {
  if (holdsRole(person, 'hub-manager')) return 'register';
  if (holdsRole(person, 'advice-coordinator', 'senior-imsa')) return 'hub';
  if (holdsRole(person, 'imsa')) return 'directory';
  if (holdsRole(person, 'organisation-officer')) return 'employer';
  return 'none';
}

/** The roles that fellow advocates are told of each other. */
export const DIRECTORY_ROLES: readonly Role[] = ['imsa', 'senior-imsa'];
