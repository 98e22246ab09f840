import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlainFailure } from '../PlainFailure.mjs';
import { watchOver } from './reaper.mjs';

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited
 * @property {() => boolean} isRunning
 * @property {(options?: { graceMs?: number }) => Promise<void>} stop asks, waits, then kills
 * @property {() => Promise<void>} killHard SIGKILL, as a crash would
 * @property {(lines?: number) => Promise<string[]>} tail the last lines it wrote
 */

/** @type {Set<Child>} in the order of their start */
const living = new Set();

/**
 * Stops every child of this process, the youngest first.
 */
export async function stopAllChildren() {
  for (const child of [...living].reverse()) {
    await child.stop();
  }
}

/**
 * Starts a program in a process group of its own (so that Ctrl-C reaches only the
 * launcher, which stops everything in order), its output going to a log file.
 *
 * @param {object} options
 * @param {string} options.name as the console calls it
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} options.logFile appended to
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {NodeJS.Signals} [options.stopSignal]
 * @returns {Child}
 */
export function startChild({
  name,
  command,
  args,
  logFile,
  cwd,
  env = process.env,
  stopSignal = 'SIGTERM',
}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const process_ = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const { pid } = process_;
  if (pid === undefined) {
    process_.on('error', () => {});
    throw new PlainFailure({
      message: `${name} could not be started: ${command} cannot be run.`,
      advice: 'delete node_modules and run the same command again.',
    });
  }
  const ended = watchOver({ pid, signal: stopSignal });
  let running = true;
  const exited = new Promise(done => {
    process_.on('exit', (code, signal) => {
      running = false;
      living.delete(child);
      ended();
      done({ code, signal });
    });
  });
  const stop = async ({ graceMs = 15_000 } = {}) => {
    if (!running) {
      return;
    }
    process_.kill(stopSignal);
    const timer = setTimeout(() => process_.kill('SIGKILL'), graceMs);
    await exited;
    clearTimeout(timer);
  };
  /** @type {Child} */
  const child = {
    name,
    pid,
    logFile,
    exited,
    isRunning: () => running,
    stop,
    async killHard() {
      process_.kill('SIGKILL');
      await exited;
    },
    async tail(lines = 20) {
      const text = await readFile(logFile, 'utf8').catch(() => '');
      return text.trimEnd().split('\n').slice(-lines);
    },
  };
  living.add(child);
  return child;
}
