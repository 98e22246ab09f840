import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { startChild } from '../child/startChild.mjs';
import { childEnvironment, nodeProgram } from '../hub/node.mjs';
import { projectRoot } from '../paths.mjs';
import { isNoSpace, PlainFailure } from '../PlainFailure.mjs';
import pidLock from '../setup/pidLock.cjs';
import { frontendHash } from './frontendHash.mjs';

const appFolder = join(projectRoot, 'packages/app');
const marker = join(appFolder, 'dist/.imsa-hub-built');

/** Whether the pages must be built before they can be served. */
export const isFrontendStale = () =>
  !existsSync(marker) || readFileSync(marker, 'utf8') !== frontendHash();

/**
 * Builds the pages when their sources have changed since the last whole build.
 *
 * @param {object} options
 * @param {string} options.dataDir its log goes there
 * @param {Record<string, string>} options.env what the configuration asks for
 * @param {import('../console/narrator.mjs').Narrator} options.narrator
 */
export async function buildFrontend({ dataDir, env, narrator }) {
  if (!isFrontendStale()) {
    return;
  }
  await narrator.step('Building the pages (a minute or two)', async () => {
    const release = await waitForLock();
    try {
      if (isFrontendStale()) {
        await build({ dataDir, env });
      }
    } finally {
      release();
    }
  });
}

/** Two hubs that start at once share one build. */
async function waitForLock() {
  for (;;) {
    const lock = pidLock.takePidLock({
      file: join(projectRoot, 'node_modules/.cache/imsa-hub/build.pid'),
    });
    if (lock.taken) {
      return lock.release;
    }
    await sleep(200);
  }
}

/** @param {{ dataDir: string, env: Record<string, string> }} options */
async function build({ dataDir, env }) {
  const built = frontendHash();
  const child = startChild({
    name: 'The build of the pages',
    command: nodeProgram(),
    args: [
      join(projectRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
      '--config',
      join(projectRoot, 'app-config.yaml'),
    ],
    cwd: appFolder,
    logFile: join(dataDir, 'logs/build.log'),
    env: childEnvironment({ ...env, NODE_ENV: 'production' }),
  });
  const { code } = await child.exited;
  if (code !== 0) {
    const details = await child.tail();
    throw new PlainFailure({
      message: details.some(line =>
        isNoSpace({ code: /ENOSPC/.exec(line)?.[0] }),
      )
        ? 'The disk is full: the pages could not be built.'
        : 'The pages could not be built.',
      details,
      advice: `read ${child.logFile}, mend what it names, and run the same command again.`,
    });
  }
  writeFileSync(marker, built);
}
