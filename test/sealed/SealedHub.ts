import { startHub, type Hub } from '@imsa-hub/launch';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { Search } from '../checks/logs/search';
import type { Canaries } from '../checks/logs/Canaries';
import { RunningCommand } from '../support/RunningCommand';
import type { MasterKey } from './openEverything';

const LIMITS = `hub:
  mail: { everySeconds: 1 }
  limits:
    requestsPerPersonPerMinute: 1000000
    requestsPerOrganisationPerMinute: 1000000
    changesPerPersonPerMinute: 1000000
    requestsPerPersonInAllPerMinute: 1000000
    requestsPerAddressPerMinute: 1000000
`;

/** A hub whose master keys are changed, and whose every byte is looked through. */
export class SealedHub {
  /** The key it began with, and the one that takes its place. */
  readonly first: MasterKey;
  readonly second: MasterKey = {
    id: 'local-2',
    secret: randomBytes(32).toString('base64'),
  };

  private constructor(
    readonly hub: Hub,
    private readonly folder: string,
  ) {
    this.first = { id: 'local-1', secret: String(hub.env.SEALING_KEY) };
  }

  static async start(
    folder: string,
    ports: NonNullable<Parameters<typeof startHub>[0]>['ports'],
  ): Promise<SealedHub> {
    await writeFile(join(folder, 'limits.yaml'), LIMITS);
    await writeFile(keysFile(folder), 'hub: {}\n');
    const hub = await startHub({
      dataDir: join(folder, 'data'),
      ports,
      pages: false,
      env: { LOG_LEVEL: 'debug' },
      configs: [join(folder, 'limits.yaml'), keysFile(folder)],
    });
    return new SealedHub(hub, folder);
  }

  /** Settings with these master keys, the current one first. */
  setKeys(keys: readonly MasterKey[]): Promise<void> {
    return writeFile(
      keysFile(this.folder),
      JSON.stringify({ hub: { sealing: { masterKeys: keys } } }),
    );
  }

  /** `npm run keys:rotate`, as an operator gives it. @returns what it said */
  rotate(): Promise<string> {
    return this.command('keys:rotate');
  }

  /** A command of the hub, as an operator gives it. @returns what it said */
  async command(name: string): Promise<string> {
    const { hub, folder } = this;
    const command = new RunningCommand({
      command: process.execPath,
      args: [
        'packages/launch/bin/hub.mjs',
        name,
        '--config',
        'app-config.yaml',
        '--config',
        keysFile(folder),
      ],
      cwd: process.cwd(),
      env: { ...process.env, ...hub.env, ...hub.ownerEnv },
    });
    const code = await command.end(300);
    if (code !== 0) throw new Error(`${name} failed: ${command.text}`);
    return command.text;
  }

  /** The whole database, and every file below the data folder, PostgreSQL's too. */
  async search(
    canaries: Canaries,
  ): Promise<{ tables: Search; files: Search; raw: Search }> {
    const { postgres } = this.hub.services;
    const tables = new Search(canaries);
    await tables.database(postgres.superuser);
    const client = new Client(postgres.superuser);
    await client.connect();
    // Also what is still in the write-ahead log alone.
    await client.query('checkpoint');
    await client.end();
    await postgres.stop();
    const own = join(this.hub.dataDir, 'postgres');
    const raw = new Search(canaries);
    await raw.files(own);
    const files = new Search(canaries);
    await files.files(this.folder, [own]);
    await postgres.start();
    return { tables, files, raw };
  }
}

const keysFile = (folder: string) => join(folder, 'keys.yaml');
