import { existsSync } from 'node:fs';
import { runInForeground } from './runInForeground.mjs';

/**
 * Installs packages of Debian, where we may. Whether what is wanted is there
 * then is for the caller to see.
 *
 * @param {object} options
 * @param {string[]} options.packages
 * @param {string} options.message what is said before it begins, a line
 */
export async function installFromDebian({ packages, message }) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stdout.write(`${message}\n`);
  const apt = (/** @type {string[]} */ ...args) =>
    runInForeground({
      command: 'apt-get',
      args: ['-qq', ...args],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  await apt('update');
  await apt('install', '-y', ...packages);
}
