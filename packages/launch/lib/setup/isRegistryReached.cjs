const path = require('node:path');
const { UNREACHABLE } = require('./explainInstall.cjs');
const { runNpm } = require('./runNpm.cjs');

/**
 * Whether npm's registry answers, asked once with npm's own settings (proxy,
 * certificates, mirror). Without this, an installation with no network goes on
 * trying one package after the other for many minutes. A registry that answers
 * anything at all is there.
 *
 * @param {{ root: string }} options
 * @returns {Promise<boolean>}
 */
async function isRegistryReached({ root }) {
  const { ok, output, reason } = await runNpm({
    root,
    title: "Asking npm's registry",
    logFile: path.join(root, '.cache', 'registry.log'),
    args: [
      'ping',
      '--loglevel=warn',
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=1000',
      '--fetch-timeout=15000',
    ],
  });
  return ok || !UNREACHABLE.test(`${output}\n${reason}`);
}

module.exports = { isRegistryReached };
