const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/**
 * Runs npm with its output going to a log, and tells how long it has been at it.
 *
 * @param {object} options
 * @param {string} options.root where it runs
 * @param {string[]} options.args
 * @param {string} options.title for the ticker
 * @param {string} options.logFile
 * @returns {Promise<{ ok: boolean, reason: string, output: string }>}
 */
async function runNpm({ root, args, title, logFile }) {
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, 'w');
  const [command, first] = npmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  fs.closeSync(log);
  const reaper = endWithUs(child.pid);
  const stopTicking = tick(title);
  const forgetSignals = stopOnSignal(child);
  try {
    const reason = await new Promise(done => {
      child.on('error', error => done(`${command}: ${error.message}`));
      child.on('exit', (code, signal) =>
        done(code === 0 ? '' : (signal ?? `npm ended with ${code}`)),
      );
    });
    const output = fs.readFileSync(logFile, 'utf8');
    return { ok: reason === '', reason, output };
  } finally {
    stopTicking();
    forgetSignals();
    reaper.stdin.write(`-${child.pid}\n`);
    reaper.stdin.end();
  }
}

/** The npm that runs us, else the one on the machine. */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && /npm-cli\.c?js$/.test(cli) && fs.existsSync(cli)) {
    // Not the Node in node_modules: npm is about to replace it.
    const own = node && !node.includes('node_modules') && fs.existsSync(node);
    return [own ? node : process.execPath, [cli]];
  }
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/**
 * An npm that outlived us would write into the next try's folder. Asked politely
 * it would take its time to undo what it did, which the next try does anyway.
 */
function endWithUs(pid) {
  const reaper = spawn(
    process.execPath,
    [path.join(__dirname, '../child/reaper.cjs')],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  reaper.unref();
  reaper.stdin.on('error', () => {});
  reaper.stdin.write(`+${pid} SIGKILL\n`);
  return reaper;
}

/** Nothing is lost: the next try installs from the beginning. */
function stopOnSignal(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const stop = () => child.kill('SIGKILL');
  signals.forEach(signal => process.on(signal, stop));
  return () => signals.forEach(signal => process.off(signal, stop));
}

/** One line that counts on a terminal, a line every 15 seconds elsewhere. */
function tick(title) {
  const began = Date.now();
  const live = Boolean(process.stdout.isTTY);
  const show = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    if (live) {
      process.stdout.write(`\r\u001b[2K  … ${title}: ${seconds} s`);
    } else if (seconds > 0 && seconds % 15 === 0) {
      process.stdout.write(`  … ${title}: ${seconds} s\n`);
    }
  };
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    if (live) {
      process.stdout.write('\r\u001b[2K');
    }
  };
}

module.exports = { runNpm };
