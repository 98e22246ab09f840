import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../chromium.mjs';
import { namedArguments } from '../console/runNamed.mjs';
import { childEnvironment, nodeProgram } from '../hub/node.mjs';
import { projectRoot } from '../paths.mjs';
import { startTestPostgres } from '../postgres/startTestPostgres.mjs';
import { runInForeground } from '../runInForeground.mjs';
import { findDocumentReaders } from './documentReaders.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Step
 * @property {string} name how it is asked for: `npm test -- types lint`
 * @property {string} title its heading
 * @property {() => Promise<Count>} run
 */

/**
 * Everything `npm test` does, in order.
 *
 * @param {{ paths?: string[] }} [options] `paths` narrows the unit and integration
 *   tests to these files or folders
 * @returns {Promise<Step[]>}
 */
export async function testSteps({ paths = [] } = {}) {
  return [
    {
      name: 'types',
      title: 'Types',
      run: () => tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
    },
    {
      name: 'lint',
      title: 'Lint',
      run: () =>
        tool(
          'eslint/bin/eslint.js',
          '--max-warnings',
          '0',
          'packages',
          'plugins',
          'test',
        ),
    },
    { name: 'launch', title: 'Tests of the launcher', run: launcherTests },
    {
      name: 'jest',
      title: 'Unit and integration tests on real PostgreSQL',
      run: () => jestTests(paths),
    },
    { name: 'browser', title: 'A browser for the journeys', run: browser },
    {
      name: 'readers',
      title: 'Programs that open documents, for the journeys',
      run: readers,
    },
    ...(await listChecks()).map(name => ({
      name,
      title: `Check: ${name}`,
      run: () => program(namedArguments({ kind: 'check', name })),
    })),
  ];
}

/** @returns {Promise<string[]>} the checks that belong to `npm test` */
async function listChecks() {
  const file = join(projectRoot, 'test/checks/suite.json');
  return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
async function program(args, env = {}) {
  const code = await runInForeground({
    command: nodeProgram(),
    args,
    cwd: projectRoot,
    env: childEnvironment(env),
  });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} script below node_modules
 * @param {...string} args
 */
const tool = (script, ...args) =>
  program([join(projectRoot, 'node_modules', script), ...args]);

/** @returns {Promise<Count>} */
async function launcherTests() {
  const folder = join(projectRoot, 'packages/launch/test');
  const files = (await readdir(folder)).filter(name =>
    name.endsWith('.test.mjs'),
  );
  return withReport(async report => {
    const { failed } = await program([
      '--test',
      '--test-concurrency=1',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      `--test-reporter=${new URL('./countingReporter.mjs', import.meta.url)}`,
      `--test-reporter-destination=${report}`,
      ...files.map(name => join(folder, name)),
    ]);
    const count = JSON.parse(await readFile(report, 'utf8'));
    return atLeastFailed(count, failed);
  });
}

/**
 * @param {string[]} paths
 * @returns {Promise<Count>}
 */
async function jestTests(paths) {
  const postgres = await startTestPostgres();
  try {
    return await withReport(async report => {
      const { failed } = await program(
        [
          join(projectRoot, 'node_modules/jest/bin/jest.js'),
          '--json',
          `--outputFile=${report}`,
          ...paths,
        ],
        postgres.env,
      );
      return atLeastFailed(countJest(await readFile(report, 'utf8')), failed);
    });
  } finally {
    await postgres.stop();
  }
}

/** @returns {Promise<Count>} */
async function browser() {
  // Found once here: the checks are handed the same one.
  process.env.CHROMIUM_PATH = await findChromium();
  process.stdout.write(`${process.env.CHROMIUM_PATH}\n`);
  return { passed: 1, failed: 0 };
}

/** @returns {Promise<Count>} */
async function readers() {
  const names = await findDocumentReaders();
  process.stdout.write(`${names.join(', ')}\n`);
  return { passed: 1, failed: 0 };
}

/**
 * Counts jest's report. A skipped test and a file that could not run count as
 * failed: nothing is skipped silently.
 *
 * @param {string} text
 * @returns {Count}
 */
export function countJest(text) {
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed:
      report.numFailedTests +
      report.numPendingTests +
      report.numTodoTests +
      report.numRuntimeErrorTestSuites,
  };
}

/**
 * A tool that ends badly has failed, whatever its report says.
 *
 * @param {Count} count
 * @param {number} failed
 * @returns {Count}
 */
const atLeastFailed = (count, failed) => ({
  ...count,
  failed: Math.max(count.failed, failed, count.passed === 0 ? 1 : 0),
});

/**
 * @template T
 * @param {(file: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function withReport(use) {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
