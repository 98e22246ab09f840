import type { Nation, Role, Sector, Specialism } from '@imsa-hub/core';

/** One current employment of a person. */
export interface EmploymentContext {
  organisationId: string;
  organisationName: string;
  nation: Nation;
}

/**
 * Everything a rule may ask about a person who is active now. Held in process
 * and replaced as a whole when the register changes; never mutated.
 */
export interface PersonContext {
  /** Register id, a lower-case ULID. */
  id: string;
  /** `user:default/<id>`; what tokens carry. */
  entityRef: string;
  displayName: string;
  /** For mail only; no screen or payload of another person shows it. */
  email: string;
  /** Roles held today. */
  roles: readonly Role[];
  /** Employments held today; the first is the one the person works from. */
  employments: readonly EmploymentContext[];
  /** Ids of {@link PersonContext.employments}, what the independence rule reads. */
  organisationIds: readonly string[];
  /** May give case-specific immigration advice. */
  regulatedForImmigration: boolean;
  /** A trainee is always shown as such. */
  training: 'accredited' | 'trainee' | 'not-an-imsa';
  nations: readonly Nation[];
  specialisms: readonly Specialism[];
  /** BCP 47 codes. */
  languages: readonly string[];
  /**
   * When they signed out last, in milliseconds: a token that was issued before
   * counts no more. Absent when they never did.
   */
  sessionsEndedAt?: number;
}

/** An organisation of the register as other plugins see it. */
export interface OrganisationContext {
  id: string;
  name: string;
  sector: Sector;
  nation: Nation;
  area: string;
  current: boolean;
}

/** Whether the person holds any of the roles today. */
export function holdsRole(
  person: PersonContext,
  ...roles: readonly Role[]
): boolean {
  return roles.some(role => person.roles.includes(role));
}
