import type { Knex } from 'knex';
import type { LedgerEntry } from './LedgerEntry';
import { toEntry } from './verifyLedger';

/** The subject under which the ledger speaks of a person of the register. */
export function personSubject(personId: string): string {
  return `person:${personId}`;
}

/** All entries of one ledger that are by a person or about them, oldest first. */
export async function readPersonLedger(options: {
  knex: Knex;
  personId: string;
}): Promise<LedgerEntry[]> {
  const { knex, personId } = options;
  // A union, because an "or" over two columns would use neither index.
  const { rows } = await knex.raw<{ rows: Record<string, unknown>[] }>(
    `select * from ledger_entry where actor = :personId
     union
     select * from ledger_entry where subject = :subject
     order by at, id`,
    { personId, subject: personSubject(personId) },
  );
  return rows.map(toEntry);
}
