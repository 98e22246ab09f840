const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { SetupFailure } = require('./SetupFailure.cjs');

/** The oldest Node on which the hub runs. */
const OLDEST = [22, 22];

/**
 * Makes sure that a Node new enough will run the hub: the one npm brought, which
 * npm's scripts find first, else the machine's own.
 *
 * @param {{ root: string, current?: string }} options
 * @throws {SetupFailure} when there is none
 */
function checkNode({ root, current = process.versions.node }) {
  const fromNpm = path.join(root, 'node_modules', '.bin', 'node');
  if (fs.existsSync(fromNpm)) {
    const version = versionOf(fromNpm);
    if (version && isNewEnough(version)) {
      return;
    }
    throw new SetupFailure({
      message: version
        ? `The Node in node_modules is ${version}, which is too old.`
        : 'The Node that npm brought does not run on this machine.',
      advice:
        'delete node_modules and run the same command again; if that does not help, install Node 24 from https://nodejs.org and delete node_modules/.bin/node.',
    });
  }
  if (!isNewEnough(current)) {
    throw new SetupFailure({
      message: `The hub needs Node ${OLDEST.join('.')} or newer; this is ${current}, and npm has no newer one for ${process.platform} on ${process.arch}.`,
      advice:
        'install Node 24 from https://nodejs.org, then run the same command again.',
    });
  }
}

/** @param {string} version such as 24.21.0 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function versionOf(program) {
  try {
    const text = execFileSync(program, ['--version'], { encoding: 'utf8' });
    return text.trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

module.exports = { checkNode, isNewEnough };
