import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PlainFailure } from '../PlainFailure.mjs';

const run = promisify(execFile);

/** The account "nobody", which every Linux has. */
const NOBODY = 65_534;

/**
 * @typedef {object} Unprivileged
 * @property {string[]} prefix words put in front of a PostgreSQL command
 * @property {number} [owner] the user (and group) that must own the data folder
 */

/**
 * PostgreSQL refuses to run as root. As root we first try a user namespace, in
 * which root looks like an ordinary user to PostgreSQL and to nobody else; where
 * namespaces are forbidden, we drop to the account "nobody".
 *
 * @param {object} options
 * @param {string} options.postgres its program
 * @param {string} options.folder its data; one that exists keeps its owner
 * @param {boolean} [options.isRoot]
 * @returns {Promise<Unprivileged>}
 * @throws {PlainFailure} when neither way works
 */
export async function becomeUnprivileged({
  postgres,
  folder,
  isRoot = process.getuid?.() === 0,
}) {
  if (!isRoot) {
    return { prefix: [] };
  }
  const owner = await ownerOf(folder);
  const ways = owner
    ? waysToUser(owner)
    : [asMappedRoot, ...waysToUser(NOBODY)];
  for (const way of ways) {
    const [command = '', ...args] = [...way.prefix, postgres, '--version'];
    try {
      await run(command, args);
      return way;
    } catch {
      // Not on this machine: try the next way.
    }
  }
  throw new PlainFailure({
    message:
      'PostgreSQL refuses to run as root, and this machine allows neither a user namespace (unshare --user) nor dropping to the account "nobody" (setpriv).',
    advice:
      'run the same command as an ordinary user, in a folder that belongs to that user.',
  });
}

/** @type {Unprivileged} */
const asMappedRoot = {
  prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
};

/** @param {number} user @returns {Unprivileged[]} */
const waysToUser = user => [
  {
    prefix: ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'],
    owner: user,
  },
];

/**
 * @param {string} folder
 * @returns {Promise<number | undefined>} undefined when there is none yet, 0 for root
 */
const ownerOf = folder =>
  stat(folder).then(
    ({ uid }) => uid,
    () => undefined,
  );
