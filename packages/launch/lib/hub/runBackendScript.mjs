import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startChild } from '../child/startChild.mjs';
import { projectRoot } from '../paths.mjs';
import { PlainFailure } from '../PlainFailure.mjs';
import {
  backendFolder,
  childEnvironment,
  nodeProgram,
  typescriptArguments,
} from './node.mjs';

/**
 * Runs a script of the backend (migrations, seed) as the role that owns the
 * tables, its output going to a log.
 *
 * @param {object} options
 * @param {string} options.title as the console calls it, e.g. "Migrations"
 * @param {string} options.script below `packages/backend/src`
 * @param {import('./startServices.mjs').Services} options.services
 * @param {string[]} [options.args]
 * @throws {PlainFailure} with the last lines of its log
 */
export async function runBackendScript({ title, script, services, args = [] }) {
  const path = join(backendFolder, 'src', script);
  if (!existsSync(path)) {
    throw new PlainFailure({
      message: `${title}: ${relative(projectRoot, path)} is missing.`,
      advice: 'bring the file back (git status shows what is missing).',
    });
  }
  const name = script.replace(/\W+/g, '-').replace(/-ts$/, '');
  const child = startChild({
    name: title,
    command: nodeProgram(),
    args: typescriptArguments({ script: path, args }),
    cwd: backendFolder,
    logFile: join(services.dataDir, `logs/${name}.log`),
    env: childEnvironment({ ...services.env, ...services.ownerEnv }),
  });
  const { code, signal } = await child.exited;
  if (code === 0) {
    return;
  }
  throw new PlainFailure({
    message: `${title} failed (${signal ?? `code ${code}`}).`,
    details: await child.tail(),
    advice: `read ${child.logFile}, mend what it names, and run the same command again: nothing is half done.`,
  });
}
