import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What PostgreSQL wrote about itself in its folder, if it is running there.
 *
 * @param {{ folder: string }} options
 * @returns {Promise<{ pid: number, port: number } | undefined>} undefined when
 *   nothing runs there, even if a file from before a crash says otherwise
 */
export async function findRunningPostgres({ folder }) {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(
    () => '',
  );
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!pid || !(await isPostgresIn({ pid, folder }))) {
    return undefined;
  }
  return { pid, port: Number(lines[3]) };
}

/**
 * Takes away the file of a PostgreSQL that was killed. PostgreSQL would refuse to
 * start if another program had been given the same process number since.
 *
 * @param {{ folder: string }} options
 */
export async function clearStaleLockFile({ folder }) {
  if (!(await findRunningPostgres({ folder }))) {
    await rm(join(folder, 'postmaster.pid'), { force: true });
  }
}

/**
 * @param {{ pid: number, folder: string }} options
 */
async function isPostgresIn({ pid, folder }) {
  const command = await commandLineOf(pid);
  return command.includes('postgres') && command.includes(folder);
}

/** @param {number} pid */
async function commandLineOf(pid) {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  }
  return run('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
