import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  childEnvironment,
  nodeProgram,
  typescriptArguments,
} from '../hub/node.mjs';
import { projectRoot } from '../paths.mjs';
import { PlainFailure } from '../PlainFailure.mjs';
import { runInForeground } from '../runInForeground.mjs';
import { runMain } from './runMain.mjs';

/** Where the named programs of each kind are. */
const folders = { check: 'test/checks', bench: 'test/bench' };

/**
 * Runs a check or a benchmark by its name, or lists the names.
 *
 * @param {{ kind: 'check' | 'bench' }} options
 */
export async function runNamed({ kind }) {
  await runMain(async () => {
    const [name, ...args] = process.argv.slice(2);
    const names = namesOf(kind);
    if (name === 'all' || name === undefined) {
      process.stdout.write(`${names.join('\n')}\n`);
      return name === 'all' ? 0 : 1;
    }
    if (!names.includes(name)) {
      throw new PlainFailure({
        message: `There is no ${kind} "${name}".`,
        advice: `use one of: ${names.join(', ') || '(none yet)'}`,
      });
    }
    return runInForeground({
      command: nodeProgram(),
      args: namedArguments({ kind, name, args }),
      cwd: projectRoot,
      env: childEnvironment(),
    });
  });
}

/**
 * @param {'check' | 'bench'} kind
 * @returns {string[]}
 */
export function namesOf(kind) {
  const folder = join(projectRoot, folders[kind]);
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter(file => /^[a-z][a-z-]*\.ts$/.test(file) && file !== 'run.ts')
    .map(file => file.replace(/\.ts$/, ''));
}

/**
 * What Node is given to run one of them.
 *
 * @param {{ kind: 'check' | 'bench', name: string, args?: string[] }} options
 */
export const namedArguments = ({ kind, name, args = [] }) =>
  typescriptArguments({
    script: join(projectRoot, 'test/checks/run.ts'),
    args: [kind, name, ...args],
  });
