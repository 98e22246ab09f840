import type { Nation, Role, Sector, Specialism } from '@imsa-hub/core';

/** The register as one reading found it: rows with their dates, unjudged. */
export interface DirectoryRows {
  people: readonly PersonRow[];
  employments: readonly EmploymentRow[];
  grants: readonly GrantRow[];
  organisations: readonly OrganisationRow[];
}

/** Dates are `YYYY-MM-DD`; ranges are half-open. */
export interface PersonRow {
  id: string;
  displayName: string;
  email: string;
  training: 'accredited' | 'trainee' | 'not-an-imsa';
  /** Last day the licence for immigration advice holds, if there is one. */
  regulatedUntil: string | null;
  nations: readonly Nation[];
  specialisms: readonly Specialism[];
  languages: readonly string[];
  /** When they signed out last, if they ever did. */
  sessionsEndedAt: string | null;
}

export interface EmploymentRow {
  id: string;
  personId: string;
  organisationId: string;
  startedOn: string;
  endedOn: string | null;
}

export interface GrantRow {
  personId: string;
  role: Role;
  /** The employment the role stands on, if it needs one. */
  employmentId: string | null;
  fromOn: string;
  untilOn: string | null;
}

export interface OrganisationRow {
  id: string;
  name: string;
  sector: Sector;
  nation: Nation;
  area: string;
  standing: string;
  joinedOn: string;
  leftOn: string | null;
}
