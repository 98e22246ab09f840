import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from './captureStatements';

/** What the bare handler is given; see `bareServer.mjs`. */
export interface BareSettings {
  port: number;
  connection: {
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  };
  schema: string;
  operations: Record<string, readonly Statement[]>;
  /** Ids that stay as they are: people and organisations. */
  kept: readonly string[];
  /** The ledger chain of the person who asked. */
  chain: string;
  masterKey: string;
}

/** Starts the bare handler in a process of its own. */
export async function startBare(
  settings: BareSettings,
  folder: string,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const file = join(folder, `bare-${settings.port}.json`);
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
  const child = spawn(
    process.execPath,
    [join(__dirname, 'bareServer.mjs'), file],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', TZ: 'UTC' },
    },
  );
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => {
      throw new Error('The bare handler did not start');
    }),
  ]);
  return {
    url: `http://127.0.0.1:${settings.port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
      await rm(file, { force: true });
    },
  };
}
