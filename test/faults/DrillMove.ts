/** The people who work on one record of a drill; ids of the register. */
export interface DrillCast {
  /** Asks the query, or raises the complex case and leads it. */
  askerId: string;
  coordinatorId: string;
  /** Answers the query, or handles the complex case. */
  adviserId: string;
  /** Everybody who could take a complex case on. */
  deskIds: readonly string[];
}

/** Who of them does something themselves. */
export type Doer = Exclude<keyof DrillCast, 'deskIds'>;

/** What the clients of one record know of it; it grows with the answers. */
export interface DrillFacts {
  readonly cast: DrillCast;
  readonly requestKey: string;
  /** The IMSA's own reference of a complex case. */
  readonly caseReference: string;
  recordId?: string;
  version: number;
  draftId?: string;
  draftVersion: number;
  documentId?: string;
  documentVersion: number;
  fileId?: string;
}

/** What an answer can say of a record. */
export interface DrillAnswer {
  id?: string;
  version?: number;
}

/** Somewhere that a text has to stand. */
export interface Stand {
  /** Address of an answer that shows it; the record's own unless told. */
  at?(facts: DrillFacts): string;
  /** How often it stands there. */
  times: number;
}

/** One write of a record, and what has to follow from it. */
export interface DrillMove {
  /** The ledger entry it makes. */
  type: string;
  by: Doer;
  method: 'POST' | 'PUT';
  path(facts: DrillFacts): string;
  body(facts: DrillFacts, marker: string): object;
  /** Which version a stale request is told by. */
  staleBy: 'version' | 'draftVersion' | 'documentVersion';
  /** What is known after it: from its answer, or from the record that was met. */
  learn(facts: DrillFacts, answer: DrillAnswer): Partial<DrillFacts>;
  /** Rows that it adds, by table. */
  rows: Readonly<Record<string, number>>;
  /** Whether it counts the record's version up. */
  counts: boolean;
  /** Where its marker has to stand; nowhere where its text is not kept. */
  stands: readonly Stand[];
  /** Who has to be told, said again here and not taken from the hub's code. */
  tells(cast: DrillCast): readonly string[];
  /**
   * A later entry after which nobody has to be told any more. Either all of
   * them are, or nobody is.
   */
  toldUnless?: string;
}
