import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainFailure } from './PlainFailure.mjs';

/** Every secret of a local hub: 32 random bytes each. */
const secretNames = /** @type {const} */ ([
  'postgresSuperuserPassword',
  'postgresOwnerPassword',
  'postgresAppPassword',
  'postgresPlatformPassword',
  'oidcClientSecret',
  'oidcCookieKey',
  'backendSecret',
  'sessionSecret',
  'ledgerKey',
  'sealingKey',
  'receiptKey',
]);

/** @typedef {Record<(typeof secretNames)[number], string>} Secrets */

/**
 * Reads the secrets of this hub, and makes those that are missing. They live in
 * `secrets.json` (mode 0600) and never leave the machine.
 *
 * @param {{ dataDir: string }} options
 * @returns {Promise<Secrets>} passwords as URL-safe text, keys as base64
 * @throws {PlainFailure} when the file cannot be read as JSON
 */
export async function readOrCreateSecrets({ dataDir }) {
  const file = join(dataDir, 'secrets.json');
  await mkdir(dataDir, { recursive: true });
  const existing = await readSecrets(file);
  const missing = secretNames.filter(name => !existing[name]);
  if (missing.length > 0) {
    for (const name of missing) {
      existing[name] = randomBytes(32).toString(
        name.startsWith('postgres') ? 'base64url' : 'base64',
      );
    }
    await writePrivately(file, `${JSON.stringify(existing, undefined, 2)}\n`);
  }
  await chmod(file, 0o600);
  return /** @type {Secrets} */ (existing);
}

/**
 * @param {string} file
 * @returns {Promise<Partial<Secrets>>}
 */
async function readSecrets(file) {
  let text;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return {};
    }
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlainFailure({
      message: `${file} is damaged: it is not JSON.`,
      advice:
        'put a copy of it back, or begin anew with npm start -- --fresh (everything entered so far is deleted).',
      cause,
    });
  }
}

/**
 * Written beside and renamed, so that a kill half-way never loses the keys.
 *
 * @param {string} file
 * @param {string} text
 */
async function writePrivately(file, text) {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}
