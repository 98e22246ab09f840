const fs = require('node:fs');
const path = require('node:path');

/**
 * A lock that belongs to a process. The lock of a process that has ended is taken
 * over, so that a kill never leaves anything locked.
 *
 * @param {{ file: string, program?: string }} options `program` is a word in the
 *   command line of every rightful holder: after a crash, the number of the dead
 *   one may have been given to something else
 * @returns {{ taken: true, release: () => void } | { taken: false, holder: number }}
 */
function takePidLock({ file, program = 'node' }) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let tries = 0; tries < 50; tries += 1) {
    if (create(file)) {
      return { taken: true, release: () => release(file) };
    }
    const holder = pidLockHolder({ file, program });
    if (holder !== undefined) {
      return { taken: false, holder };
    }
    discardStale({ file, program });
  }
  return { taken: false, holder: 0 };
}

/** Linked into place when whole: nobody reads a lock without its number. */
function create(file) {
  const beside = `${file}.${process.pid}`;
  fs.writeFileSync(beside, String(process.pid));
  try {
    fs.linkSync(beside, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

/**
 * The process that holds a lock and is alive.
 *
 * @param {{ file: string, program?: string }} options
 * @returns {number | undefined}
 */
function pidLockHolder({ file, program = 'node' }) {
  const pid = Number(readText(file));
  return pid && isAlive(pid) && runs(pid, program) ? pid : undefined;
}

/**
 * Takes a dead one's lock away. Only one process at a time may do so, and it looks
 * once more: otherwise the slower of two would take away the faster one's new
 * lock.
 */
function discardStale({ file, program }) {
  const permit = `${file}.takeover`;
  if (!create(permit)) {
    forgetAbandoned(permit);
    return;
  }
  try {
    if (pidLockHolder({ file, program }) === undefined) {
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(permit, { force: true });
  }
}

/** It is held for a millisecond, unless its holder was killed just then. */
function forgetAbandoned(permit) {
  try {
    if (Date.now() - fs.statSync(permit).mtimeMs > 5_000) {
      fs.rmSync(permit, { force: true });
    }
  } catch {
    // Given back in the meantime.
  }
}

function release(file) {
  if (Number(readText(file)) === process.pid) {
    fs.rmSync(file, { force: true });
  }
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function runs(pid, program) {
  const commandLine = readText(`/proc/${pid}/cmdline`);
  return commandLine === '' || commandLine.includes(program);
}

module.exports = { takePidLock, pidLockHolder };
