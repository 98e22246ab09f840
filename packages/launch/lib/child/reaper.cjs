/**
 * Outlives the launcher by a few seconds. The launcher writes `+pid signal` when
 * it starts a child and `-pid` when the child has ended. When the pipe closes,
 * however the launcher died, every child still listed is asked to stop, in
 * reverse order of start, and after a while made to.
 */
const fs = require('node:fs');

const GRACE_MS = 15_000;

/** @type {Map<number, string>} */
const children = new Map();
let unread = '';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}
process.stdin.setEncoding('utf8');
process.stdin.on('data', text => {
  const lines = (unread + text).split('\n');
  unread = lines.pop() ?? '';
  for (const line of lines) {
    const [pid, signal] = line.slice(1).split(' ');
    if (line.startsWith('+')) {
      children.set(Number(pid), signal);
    } else {
      children.delete(Number(pid));
    }
  }
});
process.stdin.on('end', stopAll);
process.stdin.on('error', stopAll);

let stopping = false;
async function stopAll() {
  if (stopping) {
    return;
  }
  stopping = true;
  const deadline = Date.now() + GRACE_MS;
  for (const [pid, signal] of [...children].reverse()) {
    send(pid, signal);
    while (isAlive(pid) && Date.now() < deadline) {
      await new Promise(done => setTimeout(done, 50));
    }
    if (isAlive(pid)) {
      send(pid, 'SIGKILL');
    }
  }
  process.exit(0);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // Ended, but not yet collected by the process that inherited it.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return true;
  }
}
