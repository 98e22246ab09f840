import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import pidLock from '../lib/setup/pidLock.cjs';
import { tempFolder } from './tempFolder.mjs';

const newFile = () => join(tempFolder(), 'it.pid');

/** A process that has ended: its number belongs to nobody. */
async function deadPid() {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid;
}

test('a second taker is told who holds the lock', () => {
  const file = newFile();
  const first = pidLock.takePidLock({ file });
  const second = pidLock.takePidLock({ file });
  assert.equal(first.taken, true);
  assert.deepEqual(second, { taken: false, holder: process.pid });
  first.release();
  assert.equal(existsSync(file), false);
  assert.equal(pidLock.takePidLock({ file }).taken, true);
});

test('the lock of a dead process is taken over', async () => {
  const file = newFile();
  writeFileSync(file, String(await deadPid()));
  assert.equal(pidLock.pidLockHolder({ file }), undefined);
  assert.equal(pidLock.takePidLock({ file }).taken, true);
  assert.equal(pidLock.pidLockHolder({ file }), process.pid);
});

test('a number that another program was given does not hold the lock', () => {
  const file = newFile();
  writeFileSync(file, String(process.pid));
  const lock = pidLock.takePidLock({ file, program: 'no-such-program' });
  assert.equal(lock.taken, true);
});

test('a damaged lock is taken over', () => {
  const file = newFile();
  writeFileSync(file, 'not a number');
  assert.equal(pidLock.takePidLock({ file }).taken, true);
});

test('of eight processes that want one lock, one at a time has it', async () => {
  const file = newFile();
  const log = `${file}.log`;
  writeFileSync(log, '');
  writeFileSync(file, String(await deadPid()));
  const script = `
    const fs = require('node:fs');
    const { takePidLock } = require(${JSON.stringify(join(import.meta.dirname, '../lib/setup/pidLock.cjs'))});
    const end = Date.now() + 20000;
    (function attempt() {
      const lock = takePidLock({ file: ${JSON.stringify(file)} });
      if (!lock.taken && Date.now() < end) return setTimeout(attempt, 5);
      fs.appendFileSync(${JSON.stringify(log)}, 'in\\n');
      setTimeout(() => {
        fs.appendFileSync(${JSON.stringify(log)}, 'out\\n');
        lock.release();
      }, 20);
    })();`;
  await Promise.all(
    Array.from({ length: 8 }, () =>
      once(
        spawn(process.execPath, ['-e', script], { stdio: 'inherit' }),
        'exit',
      ),
    ),
  );
  assert.equal(readFileSync(log, 'utf8'), 'in\nout\n'.repeat(8));
});
