import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key that signs who somebody is. It is kept, so that a restart of the local
 * sign-in service does not invalidate what it said before.
 *
 * @param {{ dataDir: string }} options
 * @returns {{ keys: import('node:crypto').JsonWebKey[] }}
 */
export function readOrCreateSigningKeys({ dataDir }) {
  const file = join(dataDir, 'identity-keys.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keys = {
      keys: [
        {
          ...privateKey.export({ format: 'jwk' }),
          kid: randomUUID(),
          alg: 'RS256',
          use: 'sig',
        },
      ],
    };
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
  }
}
