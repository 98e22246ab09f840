import type { Knex } from 'knex';

/** What the independence rule asks of one record. */
export interface ConflictFacts {
  /** The organisation the record is about; nothing where it names none. */
  subjectOrganisationId: string | null;
  /**
   * Organisations that its text names, as long as nobody has said what it is
   * about; for records that know of such.
   */
  namedOrganisationIds?: readonly string[];
  /** Person id of whoever asked, where that is a person of the register. */
  raisedBy: string | null;
  /** People who recused themselves from the record. */
  recusedIds: readonly string[];
  /** Who opened the record in spite of a conflict, and until when (ISO instant). */
  openedBy: readonly { personId: string; until: string }[];
  /** People who have a part in it now; for records that know such people. */
  partIds?: readonly string[];
}

/** Narrows a query to the records that a rule lets through. */
export type QueryFilter = (builder: Knex.QueryBuilder) => void;

/**
 * Where a plugin keeps the facts of its records. Columns are written with
 * their table, because they stand beside those of the other two tables.
 */
export interface ConflictColumns {
  /** `query.subject_organisation_id` */
  subjectOrganisation: string;
  /** `query.named_organisation_ids`: a list that is never null. */
  namedOrganisations?: string;
  /** `query.raised_by` */
  raisedBy: string;
  /** `query.id` */
  id: string;
  /** A table with `person_id` and {@link ConflictColumns.recusalKey}. */
  recusalTable: string;
  recusalKey: string;
  /** A table with `person_id`, `until` and {@link ConflictColumns.breakGlassKey}. */
  breakGlassTable: string;
  breakGlassKey: string;
  /** Who has a part: a table with `person_id`, `until` (open while null) and the key. */
  participantTable?: string;
  participantKey?: string;
}
