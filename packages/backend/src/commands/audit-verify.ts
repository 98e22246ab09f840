import {
  createHubPool,
  readExportedHeads,
  readKeys,
  verifyLedger,
  type LedgerVerdict,
} from '@imsa-hub/core-node';
import type { Config } from '@backstage/config';
import { runCommand } from '../setup/runCommand';
import { SCHEMAS, type Schema } from '../setup/schemas';

runCommand(async ({ config, say }) => {
  const begun = performance.now();
  const verdicts = await Promise.all(
    SCHEMAS.map(async schema => ({
      schema,
      verdict: await verify({ config, schema }),
    })),
  );
  for (const { schema, verdict } of verdicts) {
    say(
      `${schema}: ${verdict.entries} entries, ${verdict.chains} chains, ${verdict.headsChecked} exported heads, ${verdict.faults.length} faults`,
    );
    for (const fault of verdict.faults) {
      say(
        `  ${schema}, chain ${fault.chain}, entry ${fault.seq}${fault.entryId ? ` (${fault.entryId})` : ''}: ${fault.what}`,
      );
    }
  }
  const held = verdicts.every(({ verdict }) => verdict.faults.length === 0);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  say(
    held
      ? `The ledger is whole (${seconds} s).`
      : `The ledger was tampered with (${seconds} s).`,
  );
  return held;
});

async function verify(options: {
  config: Config;
  schema: Schema;
}): Promise<LedgerVerdict> {
  const { config, schema } = options;
  const ledgerKeys = readKeys(config, 'hub.ledger');
  // Before the snapshot, so that no head is newer than what it is held against.
  const heads = await readExportedHeads({
    folder: config.getString('hub.ledger.headsFolder'),
    schema,
    ledgerKeys,
  });
  const pool = createHubPool({ config, schema, max: 1 });
  try {
    // One moment of the ledger, while the hub goes on writing.
    return await pool.transaction(
      knex => verifyLedger({ knex, schema, ledgerKeys, heads }),
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  } finally {
    await pool.destroy();
  }
}
