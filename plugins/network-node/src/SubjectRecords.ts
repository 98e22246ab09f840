import type { PersonContext } from './PersonContext';

/** Whose records are asked for, and who will read them. */
export interface SubjectQuestion {
  /** The person of the register that the records are about. */
  personId: string;
  /** Every organisation that ever employed them, for the independence rule. */
  organisationIds: readonly string[];
  /** Who asks; the same person, or a keeper of the register. */
  reader: PersonContext;
  /** Whether somebody asks about themselves. */
  isOwn: boolean;
  /** As whom the ledger names the reader. */
  actor: { id: string; chain: string; origin?: string };
  /**
   * Of ledger subjects (`kind:id`) of a plugin, those that both the person and
   * the reader may know of.
   */
  mayKnow(
    plugin: string,
    subjects: readonly string[],
  ): Promise<ReadonlySet<string>>;
}

/** A value in an export. Moments are ISO instants, days `YYYY-MM-DD`. */
export type SubjectValue = string | number | boolean | readonly string[] | null;

/** One table of what is held. */
export interface SubjectSection {
  /** Names it in the JSON: `queries-asked`. */
  id: string;
  title: string;
  /** A sentence for whoever reads it. */
  lead?: string;
  /** How each field is called for people, in the order of reading. */
  fields: Readonly<Record<string, string>>;
  rows: readonly Readonly<Record<string, SubjectValue>>[];
}

/** Who is to be erased. */
export interface SubjectErasure {
  personId: string;
  /** As whom the ledger names whoever confirmed it. */
  actor: { id: string; chain: string; origin?: string };
}

/**
 * What one plugin holds on a person of the register. Its ledger is exported
 * without it; this adds the plugin's own rows.
 */
export interface SubjectRecords {
  /** The plugin's id, once among all. */
  plugin: string;
  /**
   * Everything held, as far as both the person and the reader may know of it.
   * Content that others wrote is left out.
   */
  export(question: SubjectQuestion): Promise<readonly SubjectSection[]>;
  /**
   * Of subjects of the plugin's ledger, those that both may know of. Without
   * it only entries about the person and about routes are exported.
   */
  mayKnow?(
    question: Omit<SubjectQuestion, 'mayKnow'>,
    subjects: readonly string[],
  ): Promise<readonly string[]>;
  /**
   * Takes away what identifies the person, in a unit of work of the plugin's
   * own. Runs again after a failure, so it has to bear being repeated.
   */
  erase?(erasure: SubjectErasure): Promise<void>;
}
