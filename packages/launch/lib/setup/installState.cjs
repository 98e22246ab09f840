const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/**
 * A fingerprint of what has to be installed: the lock file, every package.json,
 * and the kind of machine (node_modules holds programs for one kind only).
 *
 * @param {{ root: string }} options
 * @returns {string} hexadecimal
 */
function wantedInstall({ root }) {
  const hash = crypto.createHash('sha256');
  hash.update(`${process.platform} ${process.arch}\n`);
  const workspaces = ['packages', 'plugins'].flatMap(parent =>
    namesIn(path.join(root, parent)).map(name =>
      path.join(parent, name, 'package.json'),
    ),
  );
  for (const file of ['package-lock.json', 'package.json', ...workspaces]) {
    const whole = path.join(root, file);
    if (fs.existsSync(whole)) {
      hash.update(`${file}\n`).update(fs.readFileSync(whole)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Whether the last install was completed and is still what is wanted.
 *
 * @param {{ root: string }} options
 */
function isInstalled({ root }) {
  try {
    return (
      fs.readFileSync(marker(root), 'utf8').trim() === wantedInstall({ root })
    );
  } catch {
    return false;
  }
}

/**
 * Written last: an install that was killed has no marker.
 *
 * @param {{ root: string, fingerprint: string }} options `fingerprint` is that of
 *   before the install, so that a file edited meanwhile is noticed
 */
function markInstalled({ root, fingerprint }) {
  const beside = `${marker(root)}.${process.pid}`;
  fs.writeFileSync(beside, `${fingerprint}\n`);
  fs.renameSync(beside, marker(root));
}

/** @param {{ root: string }} options */
function forgetInstalled({ root }) {
  fs.rmSync(marker(root), { force: true });
}

const marker = root => path.join(root, 'node_modules', '.imsa-hub-installed');

function namesIn(folder) {
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
}

module.exports = { wantedInstall, isInstalled, markInstalled, forgetInstalled };
