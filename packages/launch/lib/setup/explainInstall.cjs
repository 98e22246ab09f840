const { SetupFailure } = require('./SetupFailure.cjs');

/** How npm words that a network, or what is at its other end, does not answer. */
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (?:timeout|request)/i;

/** What npm's output tells, the most telling first. */
const causes = [
  {
    pattern: /^SIGKILL$/m,
    message: 'The installation was stopped half-way. Nothing is broken.',
    advice: 'run the same command again: it begins anew.',
  },
  {
    pattern: /spawn npm(?:\.cmd)? ENOENT/,
    message: 'There is no npm on this machine.',
    advice:
      'install Node 20 or newer together with npm from https://nodejs.org, then run the same command again.',
  },
  {
    pattern: /ENOSPC|EDQUOT|no space left/i,
    message: 'The disk became full during the installation.',
    advice:
      'free about 2.5 GB where the project lies, then run the same command again.',
  },
  {
    // The last is what npm says when it was told to do without a network.
    pattern: new RegExp(`${UNREACHABLE.source}|ENOTCACHED`, 'i'),
    message: 'npm cannot reach its registry: there seems to be no network.',
    advice:
      'check the connection (and, behind a proxy, "npm config get proxy" and "npm config get registry"), then run the same command again.',
  },
  {
    pattern: /can only install packages when your package\.json and/i,
    message: 'package.json and package-lock.json do not fit together.',
    advice:
      'if you changed a package.json: npm install; otherwise: git checkout package-lock.json.',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    message: 'npm may not write into the folder of the project.',
    advice:
      'make the folder belong to you, or clone the project into one that does.',
  },
  {
    pattern: /E404|ETARGET|EINTEGRITY/,
    message: 'A package could not be had from the registry as it was recorded.',
    advice:
      'see the lines above; if your registry is a mirror, it may lack the package. Then run the same command again.',
  },
];

/**
 * Words a failed `npm ci` for somebody who has never seen npm's output.
 *
 * @param {{ output: string, logFile: string, reason: string }} options
 * @returns {Error}
 */
function explainInstall({ output, logFile, reason }) {
  const cause = causes.find(({ pattern }) => pattern.test(output));
  return new SetupFailure({
    message: cause?.message ?? `The installation failed (${reason}).`,
    details: output
      .split('\n')
      .filter(line => /npm (?:error|ERR!)/.test(line))
      .slice(0, 8),
    advice: `${cause?.advice ?? 'run the same command again; if it fails again, see the log.'} The whole log: ${logFile}`,
  });
}

module.exports = { explainInstall, UNREACHABLE };
