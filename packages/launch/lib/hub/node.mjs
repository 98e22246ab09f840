import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../paths.mjs';

const require = createRequire(import.meta.url);

/** The backend's folder: TypeScript there runs with it as the current one. */
export const backendFolder = join(projectRoot, 'packages/backend');

/**
 * The Node that runs the hub: the one from npm when it is there, else ours.
 */
export function nodeProgram() {
  const fromNpm = join(projectRoot, 'node_modules/.bin/node');
  return existsSync(fromNpm) ? fromNpm : process.execPath;
}

/**
 * Arguments with which Node runs a TypeScript file of this project.
 *
 * @param {{ script: string, args?: string[] }} options
 * @returns {string[]}
 */
export const typescriptArguments = ({ script, args = [] }) => [
  '--enable-source-maps',
  '--require',
  require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
  script,
  ...args,
];

/**
 * The environment of a child: ours without what npm adds to it, and a place
 * where Node keeps what it has compiled, by content: the next start then takes
 * two thirds of the time.
 *
 * @param {Record<string, string>} [additions]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(additions = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.toLowerCase().startsWith('npm_'),
  );
  return {
    NODE_COMPILE_CACHE: join(
      projectRoot,
      'node_modules/.cache/imsa-hub/compiled',
    ),
    ...Object.fromEntries(kept),
    ...additions,
  };
}
