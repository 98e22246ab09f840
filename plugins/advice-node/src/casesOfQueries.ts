import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SafetyAnswers, Tier } from '@imsa-hub/advice-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';

/** A query or a case as others name it. */
export interface NamedRecord {
  id: string;
  reference: string;
}

/**
 * What of a query a complex case is begun with. Safe contact, who asked and
 * what was said between them stay with the query.
 */
export interface CarryOver extends NamedRecord {
  nation: Nation;
  areas: readonly KnowledgeArea[];
  /** Opened text. */
  question: string;
  /** What happened and stands, with the further dates that are known. */
  events: ReadonlyArray<{
    ruleId: string;
    date: string;
    facts?: Readonly<Record<string, string>>;
  }>;
  safety: SafetyAnswers;
  tier: Tier | null;
  subjectOrganisation: { id: string; name: string } | null;
}

/** What the advice line answers to whoever keeps complex cases. */
export interface QueriesForCases {
  /**
   * What carries over, where this person may make a case of the query now.
   * Reading it is an entry in the ledger of the advice line.
   */
  carryOver(input: {
    person: PersonContext;
    actor: LedgerActor;
    queryId: string;
  }): Promise<CarryOver | undefined>;
  /** Whether the person may still do so; opens nothing. */
  mayTakeOn(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<boolean>;
  /** The query's name, to somebody who may see it. */
  see(input: {
    person: PersonContext;
    queryId: string;
  }): Promise<NamedRecord | undefined>;
  /**
   * Says how a case that came of a query stands. Saying it again changes
   * nothing, so that it can be repeated after a crash.
   */
  tell(news: {
    queryId: string;
    caseId: string;
    /** False once the case was withdrawn. */
    stands: boolean;
    /** Who brought it. */
    personId: string;
  }): Promise<void>;
}

/** What whoever keeps complex cases answers to the advice line. */
export interface CasesForQueries {
  /** Whether the person may bring complex cases at all. */
  mayRaise(person: PersonContext): boolean;
  /** The case's name, to somebody who may see it. */
  see(input: {
    person: PersonContext;
    caseId: string;
  }): Promise<NamedRecord | undefined>;
}

/** Where the two meet. Without one side the other goes on, and offers nothing. */
export interface CasesOfQueries {
  queries(): QueriesForCases | undefined;
  cases(): CasesForQueries | undefined;
  offerQueries(queries: QueriesForCases): void;
  offerCases(cases: CasesForQueries): void;
}

/** See {@link CasesOfQueries}. */
export function createCasesOfQueries(): CasesOfQueries {
  let queries: QueriesForCases | undefined;
  let cases: CasesForQueries | undefined;
  return {
    queries: () => queries,
    cases: () => cases,
    offerQueries: offered => void (queries = offered),
    offerCases: offered => void (cases = offered),
  };
}

/** Narrow questions between queries and cases, one place in each backend. */
export const casesOfQueriesServiceRef = createServiceRef<CasesOfQueries>({
  id: 'hub.cases-of-queries',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: createCasesOfQueries }),
});
