import { readExportedHeads, verifyLedger } from '@imsa-hub/core-node';
import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';

/** What walking all chains found. */
export interface ChainsAudit {
  entries: number;
  chains: number;
  heads: number;
  faults: number;
}

/** Everything that the people of a drill write, or that follows from it. */
const SCHEMAS = ['advice', 'escalations', 'network', 'notifications'] as const;

/** Walks every chain as `npm run audit:verify` does, exported heads included. */
export async function auditChains(knex: Knex, hub: Hub): Promise<ChainsAudit> {
  const audit: ChainsAudit = { entries: 0, chains: 0, heads: 0, faults: 0 };
  const ledgerKeys = [Buffer.from(hub.env.LEDGER_KEY ?? '', 'base64')];
  for (const schema of SCHEMAS) {
    const heads = await readExportedHeads({
      folder: hub.env.LEDGER_HEADS_DIR ?? '',
      schema,
      ledgerKeys,
    });
    const verdict = await knex.transaction(
      trx => verifyLedger({ knex: trx, schema, ledgerKeys, heads }),
      { isolationLevel: 'repeatable read', readOnly: true },
    );
    audit.entries += verdict.entries;
    audit.chains += verdict.chains;
    audit.heads += verdict.headsChecked;
    audit.faults += verdict.faults.length;
  }
  return audit;
}
