import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/**
 * A folder that is deleted when the test file has ended.
 *
 * @returns {string}
 */
export function tempFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'imsa-hub-launch-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
