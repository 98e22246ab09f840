import type { LedgerActor } from '@imsa-hub/core-node';
import type {
  CreateOrganisation,
  EditOrganisation,
  OrganisationListQuery,
  OrganisationPage,
  OrganisationRecord,
  OrganisationSummary,
} from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** Who asks for a change, and as whom the ledger names them. */
export interface Asker {
  person: PersonContext;
  actor: LedgerActor;
}

/** What can be done with the organisations of the register. */
export interface OrganisationService {
  /** The organisations this person may see, by name. */
  list(input: {
    person: PersonContext;
    query: OrganisationListQuery;
  }): Promise<OrganisationPage>;
  /** Those this person may see with each term in name, area or nation. */
  find(input: {
    person: PersonContext;
    terms: readonly string[];
    limit: number;
  }): Promise<readonly OrganisationSummary[]>;
  /**
   * One record. Opening it is an entry in the ledger.
   *
   * @throws NotFoundError when it does not exist for this person
   */
  record(
    input: Asker & { organisationId: string },
  ): Promise<OrganisationRecord>;
  /** @throws HubInputError when the name is taken */
  create(
    input: Asker & { organisation: CreateOrganisation },
  ): Promise<OrganisationRecord>;
  /** @throws StaleError when somebody else changed it first */
  edit(
    input: Asker & { organisationId: string; organisation: EditOrganisation },
  ): Promise<OrganisationRecord>;
}
