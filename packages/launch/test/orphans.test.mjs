import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { anyFreePort, isPortFree } from '../lib/ports.mjs';
import { tempFolder } from './tempFolder.mjs';

const startServices = join(import.meta.dirname, '../lib/hub/startServices.mjs');

test('nothing outlives a launcher that is killed, and the next one starts', async () => {
  const dataDir = tempFolder();
  const ports = {
    hub: await anyFreePort(),
    postgres: await anyFreePort(),
    identity: await anyFreePort(),
    mailWeb: await anyFreePort(),
    smtp: await anyFreePort(),
    mailbox: await anyFreePort(),
  };
  const script = `
    import { startServices } from ${JSON.stringify(startServices)};
    await startServices(${JSON.stringify({ dataDir, ports })});
    console.log('ready');
    setInterval(() => {}, 1000);`;
  for (let round = 0; round < 2; round += 1) {
    const launcher = spawn(
      process.execPath,
      ['--input-type=module', '-e', script],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [text] = await once(launcher.stdout, 'data');
    assert.equal(String(text), 'ready\n');
    assert.equal(await isPortFree(ports.postgres), false);
    launcher.kill('SIGKILL');
    assert.equal(await allFree(Object.values(ports)), true);
  }
});

/** @param {number[]} ports */
async function allFree(ports) {
  for (let tries = 0; tries < 100; tries += 1) {
    const free = await Promise.all(ports.map(isPortFree));
    if (free.every(Boolean)) {
      return true;
    }
    await sleep(100);
  }
  return false;
}
