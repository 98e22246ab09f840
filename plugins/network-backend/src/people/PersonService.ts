import type {
  CreatePerson,
  EditPerson,
  EndEmployment,
  EndRole,
  EndSessionsReason,
  GrantRole,
  PeoplePage,
  PeopleSearch,
  PersonRecord,
  PersonSummary,
  StartEmployment,
} from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Asker } from '../organisations/OrganisationService';

/**
 * What can be done with the people of the register. Every change carries the
 * version that was read and answers with the fresh record; each may throw
 * NotFoundError, HubInputError (which field, and why) or StaleError.
 */
export interface PersonService {
  /** People this person may see, by name. */
  search(input: {
    person: PersonContext;
    search: PeopleSearch;
  }): Promise<PeoplePage>;
  /** People this person may see for whom each term stands in what they see. */
  find(input: {
    person: PersonContext;
    terms: readonly string[];
    limit: number;
  }): Promise<readonly PersonSummary[]>;
  /** One record. Opening it is an entry in the ledger. */
  record(input: PersonChange): Promise<PersonRecord>;
  create(input: Asker & { registered: CreatePerson }): Promise<PersonRecord>;
  edit(input: PersonChange & { registered: EditPerson }): Promise<PersonRecord>;
  grantRole(input: PersonChange & { grant: GrantRole }): Promise<PersonRecord>;
  endRole(
    input: PersonChange & { grantId: string; ending: EndRole },
  ): Promise<PersonRecord>;
  startEmployment(
    input: PersonChange & { employment: StartEmployment },
  ): Promise<PersonRecord>;
  /** Also ends the roles that stand on the employment, on the same day. */
  endEmployment(
    input: PersonChange & { employmentId: string; ending: EndEmployment },
  ): Promise<PersonRecord>;
  /**
   * Ends what somebody else is signed in with, on all their devices. Needs no
   * version, because it must not fail for being late, and tells nobody.
   */
  endSessions(
    input: PersonChange & { reason: EndSessionsReason },
  ): Promise<PersonRecord>;
}

/** A change to a person's record by somebody. */
export interface PersonChange extends Asker {
  personId: string;
}
