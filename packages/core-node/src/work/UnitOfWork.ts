import type { Knex } from 'knex';
import type { LedgerActor, LedgerRecord } from '../ledger/LedgerEntry';

/** One transaction of a use case: the rows and what the ledger says of them. */
export interface Work {
  /** The transaction; search path is the plugin's own schema. */
  trx: Knex.Transaction;
  /** The moment this work counts from, an ISO instant. */
  now: string;
  /** A new id for a row of this work. */
  newId(): string;
  /** Adds to the ledger at commit, in this transaction. */
  record(entry: LedgerRecord): void;
}

/** What a record's history says happened, without content. */
export interface RecordStep {
  work: Work;
  /** The record's id. */
  id: string;
  /** Nobody where time alone did it. */
  byId?: string;
  summary: string;
}

/**
 * Runs a use case in one transaction { rows, ledger entries }: both are there
 * or neither. The chain's head is locked last, so that it is held shortest.
 */
export interface UnitOfWork {
  run<T>(actor: LedgerActor, use: (work: Work) => Promise<T>): Promise<T>;
}
