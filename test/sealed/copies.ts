import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';

/** The wrapped keys of cases, which are copied apart and never kept in an old version. */
const KEYS = 'sealed_case';
/** What the restored hub makes for itself. */
const OWN = ['migration', 'migration_lock'];

/** Which tables of the hub's schemas a copy is of. */
export type Copied = 'all but the keys' | 'the keys';

/**
 * Copies of the hub's tables as `pg_dump` makes them, from one moment: to a folder
 * that PostgreSQL can write to, and back into tables that are there and empty.
 */
export class Copies {
  constructor(
    private readonly superuser: ClientConfig,
    private readonly schemas: readonly string[],
  ) {}

  /** @returns how many tables were copied */
  async take(copied: Copied, folder: string): Promise<number> {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o777);
    return this.run(async client => {
      // One moment for all tables, as a dump has.
      await client.query('begin isolation level repeatable read read only');
      const tables = await this.tables(client, copied);
      for (const table of tables) {
        await client.query(`copy ${table} to '${join(folder, table)}'`);
      }
      await client.query('commit');
      return tables.length;
    });
  }

  /** Puts a copy back, in place of what is there. */
  async putBack(copied: Copied, folder: string): Promise<void> {
    await this.run(async client => {
      await client.query('begin');
      // As `pg_restore --disable-triggers` does: the order of tables does not matter.
      await client.query('set local session_replication_role = replica');
      const tables = await this.tables(client, copied);
      await client.query(`truncate ${tables.join(', ')}`);
      for (const table of tables) {
        await client.query(`copy ${table} from '${join(folder, table)}'`);
      }
      await client.query('commit');
    });
  }

  /** The loss: nothing of the hub is left in the database. */
  async drop(): Promise<void> {
    await this.run(async client => {
      for (const schema of this.schemas) {
        await client.query(`drop schema ${schema} cascade`);
      }
    });
  }

  private async tables(client: Client, copied: Copied): Promise<string[]> {
    const { rows } = await client.query<{ name: string; key: boolean }>({
      text: `select table_schema || '.' || table_name as name, table_name = $2 as key
        from information_schema.tables
        where table_schema = any($1) and table_type = 'BASE TABLE'
          and table_name <> all($3) order by 1`,
      values: [this.schemas, KEYS, OWN],
    });
    return rows
      .filter(({ key }) => key === (copied === 'the keys'))
      .map(({ name }) => name);
  }

  private async run<T>(use: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client(this.superuser);
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }
}
