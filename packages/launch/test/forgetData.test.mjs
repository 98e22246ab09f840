import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lockDataDir } from '../lib/hub/dataDirLock.mjs';
import { forgetData } from '../lib/hub/forgetData.mjs';
import { PlainFailure } from '../lib/PlainFailure.mjs';
import { tempFolder } from './tempFolder.mjs';

const KEPT = ['postgres', 'mail', 'logs', 'ledger-heads', 'secrets.json'];

/** A data folder with what a hub keeps, and something of somebody else's. */
function aFolder() {
  const dataDir = tempFolder();
  for (const name of KEPT) {
    const at = join(dataDir, name);
    if (name.includes('.')) writeFileSync(at, '{}');
    else mkdirSync(at);
  }
  writeFileSync(join(dataDir, 'notes.txt'), 'Not the hub’s');
  return dataDir;
}

test('what a hub has kept is deleted, and nothing else in the folder', () => {
  const dataDir = aFolder();
  forgetData({ dataDir });
  for (const name of KEPT) assert.equal(existsSync(join(dataDir, name)), false);
  assert.equal(existsSync(join(dataDir, 'notes.txt')), true);
});

test('nothing is deleted under a hub that runs', () => {
  const dataDir = aFolder();
  const unlock = lockDataDir({ dataDir });
  assert.throws(() => forgetData({ dataDir }), PlainFailure);
  for (const name of KEPT) assert.equal(existsSync(join(dataDir, name)), true);
  unlock();
});
