import type {
  CreateOrganisation,
  CreatePerson,
  ImportProblem,
  StartEmployment,
} from '@imsa-hub/network-common';
import type { Role } from '@imsa-hub/core';

/** What an import has to know of the register as it is. */
export interface RegisterToday {
  /** Addresses of everyone in it, lower case. */
  emails: ReadonlySet<string>;
  /** Organisations by sort name. */
  organisations: ReadonlyMap<string, { id: string; left: boolean }>;
  /** `YYYY-MM-DD` in Europe/London. */
  today: string;
}

/** A person that an import would register. */
export interface PersonToImport {
  registered: CreatePerson;
  employment: Omit<StartEmployment, 'version'> | undefined;
  roles: readonly Role[];
  /** The day the roles begin. */
  fromOn: string;
}

/** What came of reading a file: its problems, and what it would add. */
export interface ImportPlan<Item> {
  /** Rows with something in them, the header apart. */
  rows: number;
  problems: ImportProblem[];
  /** Complete only while there are no problems. */
  items: Item[];
}

export type OrganisationsPlan = ImportPlan<CreateOrganisation>;
export type PeoplePlan = ImportPlan<PersonToImport>;
