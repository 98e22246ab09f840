import type { Role } from '@imsa-hub/core';
import type { OrganisationContext, PersonContext } from './PersonContext';

/** What an identity provider says of someone who wants in. */
export interface SignInClaims {
  /** Exact `iss` of the ID token. */
  issuer: string;
  /** `sub` of the ID token: with the issuer, the key. */
  subject: string;
  /** Binds a registered person the first time, when verified. */
  email?: string;
  emailVerified: boolean;
}

/**
 * The register's read model for every other backend: who is active now and
 * what may be asked of them. Synchronous, because it stands on each request's
 * path; refreshed by PostgreSQL notifications and at least every 15 seconds.
 */
export interface PeopleDirectory {
  /** An active person, or nothing: someone who left is as unknown as a stranger. */
  byEntityRef(entityRef: string): PersonContext | undefined;
  /** An active person by register id. */
  byId(personId: string): PersonContext | undefined;
  /** All active people. */
  all(): readonly PersonContext[];
  /** Active people who hold the role. */
  withRole(role: Role): readonly PersonContext[];
  /** A name for records, also of people who have left: their name then. */
  nameOf(personId: string): string;
  organisation(organisationId: string): OrganisationContext | undefined;
  /** All organisations of the register, by name. */
  organisations(): readonly OrganisationContext[];
  /** Called after each refresh that changed anything. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Reads the register again now; resolves when lookups see the result. */
  refresh(): Promise<void>;
  /** Resolves when the first reading is done. */
  ready(): Promise<void>;
  /**
   * The person behind a sign-in: by issuer and subject, else (first time) by
   * verified e-mail of a registered, active, not yet bound person, who is then
   * bound. Nothing when there is none; the caller is told nothing more.
   */
  admit(claims: SignInClaims): Promise<PersonContext | undefined>;
  /**
   * Ends what a person is signed in with, on all their devices. Resolves when
   * lookups of this process say so; the others follow within seconds.
   *
   * @throws Error while the register's plugin is not there
   */
  endSessions(person: PersonContext): Promise<void>;
}
