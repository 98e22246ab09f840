import type {
  DryRunImport,
  DryRunResult,
  ImportRequest,
  ImportResult,
} from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Asker } from '../organisations/OrganisationService';

/** Bringing organisations and people in from a file. */
export interface ImportService {
  /** Names every problem; changes nothing. */
  dryRun(input: {
    person: PersonContext;
    file: DryRunImport;
  }): Promise<DryRunResult>;
  /**
   * Adds all of a file or nothing of it.
   *
   * @throws HubInputError when it is not the file of the dry run, or has problems
   */
  import(input: Asker & { file: ImportRequest }): Promise<ImportResult>;
}
