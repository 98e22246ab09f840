import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isNoSpace, PlainFailure } from '../PlainFailure.mjs';

const run = promisify(execFile);

/** The role that may do everything; used by the launcher alone. */
export const SUPERUSER = 'hub_superuser';

/**
 * Makes the folder of a PostgreSQL cluster, once. It is made beside and renamed
 * when whole, so that a kill half-way leaves nothing that looks like one.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {string} options.password of the superuser
 * @param {{ initdb: string }} options.binaries
 * @param {import('./unprivileged.mjs').Unprivileged} options.unprivileged
 * @returns {Promise<boolean>} true when the cluster is new
 */
export async function ensureCluster({
  folder,
  password,
  binaries,
  unprivileged,
}) {
  if (existsSync(join(folder, 'PG_VERSION'))) {
    return false;
  }
  const beside = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(beside, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveAway({ paths: [beside, passwordFile], owner: unprivileged.owner });
  const [command = '', ...args] = [
    ...unprivileged.prefix,
    binaries.initdb,
    `--pgdata=${beside}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ];
  try {
    await run(command, args, { env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw explain(error);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(beside, folder);
  return true;
}

/**
 * @param {{ paths: string[], owner: number | undefined }} options
 */
async function giveAway({ paths, owner }) {
  if (owner === undefined) {
    return;
  }
  for (const path of paths) {
    await chown(path, owner, owner);
  }
}

/** @param {unknown} error */
function explain(error) {
  const output =
    typeof error === 'object' && error !== null && 'stderr' in error
      ? String(error.stderr)
      : String(error);
  if (isNoSpace(error) || /no space left/i.test(output)) {
    return new PlainFailure({
      message: 'The disk is full: PostgreSQL could not make its folder.',
      advice: 'free at least 1.5 GB, then run the same command again.',
    });
  }
  return new PlainFailure({
    message: 'PostgreSQL could not make its folder.',
    details: output.trim().split('\n').slice(-10),
    advice:
      'see the lines above; the disk and its permissions are the usual cause.',
    cause: error,
  });
}
