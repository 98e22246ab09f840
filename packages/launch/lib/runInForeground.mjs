import { spawn } from 'node:child_process';
import { watchOver } from './child/reaper.mjs';

/**
 * Runs a program on our own terminal and waits for it.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<number>} its exit code; 1 when it could not run or was killed
 */
export function runInForeground({ command, args, cwd, env }) {
  return new Promise(done => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const ended =
      child.pid === undefined
        ? () => {}
        : watchOver({ pid: child.pid, signal: 'SIGTERM' });
    child.on('error', error => {
      process.stderr.write(`${command}: ${error.message}\n`);
      done(1);
    });
    child.on('exit', code => {
      ended();
      done(code ?? 1);
    });
  });
}
