import type { WrittenRoute } from '@imsa-hub/core-node';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * The route table that a started backend writes to the file of
 * `HUB_ROUTE_TABLE_FILE` when it is ready, and not a moment sooner.
 */
export async function readRoutes(file: string): Promise<WrittenRoute[]> {
  for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) {
    await new Promise(done => setTimeout(done, 100));
  }
  return JSON.parse(await readFile(file, 'utf8'));
}
