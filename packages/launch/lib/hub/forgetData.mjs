import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDir } from './dataDirLock.mjs';

/** Everything the launcher keeps; nothing else in the folder is touched. */
const entries = [
  'postgres',
  'postgres.new',
  'postgres.password',
  'postgres-port',
  'secrets.json',
  'identity-keys.json',
  'ledger-heads',
  'mail',
  'logs',
  'seeded',
];

/**
 * Deletes what a hub has kept, so that the next start begins anew.
 *
 * @param {{ dataDir: string }} options
 * @throws {import('../PlainFailure.mjs').PlainFailure} when a hub is using it
 */
export function forgetData({ dataDir }) {
  const unlock = lockDataDir({ dataDir });
  for (const entry of entries) {
    rmSync(join(dataDir, entry), { recursive: true, force: true });
  }
  unlock();
}
