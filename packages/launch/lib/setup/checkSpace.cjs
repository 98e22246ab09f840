const fs = require('node:fs');
const path = require('node:path');
const { SetupFailure } = require('./SetupFailure.cjs');

const GIGABYTE = 1024 ** 3;

/**
 * Refuses to begin an installation that the disk cannot hold.
 *
 * @param {object} options
 * @param {string} options.root
 * @param {(folder: string) => number} [options.freeBytes]
 * @throws {SetupFailure}
 */
function checkSpace({ root, freeBytes = freeBytesOf }) {
  // What is installed already is deleted first and makes room.
  const again = fs.existsSync(path.join(root, 'node_modules', 'typescript'));
  const needed = again ? 0.5 : 1.5;
  const free = freeBytes(root) / GIGABYTE;
  if (free < needed) {
    throw new SetupFailure({
      message: `The disk has ${free.toFixed(1)} GB free; the installation needs at least ${needed} GB.`,
      advice:
        'free some space where the project lies, then run the same command again.',
    });
  }
}

function freeBytesOf(folder) {
  if (!fs.statfsSync) {
    return Infinity;
  }
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

module.exports = { checkSpace };
