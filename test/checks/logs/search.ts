import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { Canaries, Canary } from './Canaries';

/** A planted word where it was found. */
export interface Find {
  canary: Canary;
  /** A file, `schema.table.column`, or what else was looked through. */
  place: string;
}

/** Looks through places and keeps count. */
export class Search {
  places = 0;
  bytes = 0;
  readonly finds: Find[] = [];

  constructor(private readonly canaries: Canaries) {}

  /** Looks through one text. */
  text(place: string, text: string): void {
    this.places += 1;
    this.more(place, text);
  }

  /** Every file below a folder but what is left out. */
  async files(folder: string, leaveOut: readonly string[] = []): Promise<void> {
    const entries = await readdir(folder, {
      withFileTypes: true,
      recursive: true,
    });
    for (const entry of entries) {
      const file = join(entry.parentPath, entry.name);
      const isLeftOut = leaveOut.some(path => file.startsWith(path));
      if (!entry.isFile() || isLeftOut) continue;
      const bytes = await readFile(file);
      const place = file.slice(folder.length + 1);
      this.text(place, bytes.toString('latin1'));
      // A long line of a mail is broken in the middle of a word.
      if (file.endsWith('.eml')) {
        this.more(place, bytes.toString('latin1').replace(/=\r?\n/g, ''));
      }
    }
  }

  /** Every column of every table of every schema, and what the planner keeps of them. */
  async database(config: ClientConfig): Promise<void> {
    const client = new Client(config);
    await client.connect();
    try {
      await client.query('analyze');
      const columns = await client.query<{
        schema: string;
        table: string;
        columns: string[];
      }>(`
        select n.nspname as schema, c.relname as table,
          array_agg(a.attname::text order by a.attnum) as columns
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
          and not a.attisdropped
        where c.relkind in ('r', 'p', 'm')
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        group by 1, 2 order by 1, 2`);
      for (const { schema, table, columns: names } of columns.rows) {
        await this.table(client, schema, table, names);
      }
      await this.statistics(client);
    } finally {
      await client.end();
    }
  }

  private async table(
    client: Client,
    schema: string,
    table: string,
    columns: readonly string[],
  ): Promise<void> {
    const list = columns
      .map(name => `${client.escapeIdentifier(name)}::text`)
      .join(', ');
    const { rows } = await client.query<Array<string | null>>({
      text: `select ${list} from ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`,
      rowMode: 'array',
    });
    columns.forEach((name, index) =>
      this.text(
        `${schema}.${table}.${name}`,
        rows.map(row => row[index] ?? '').join('\n'),
      ),
    );
  }

  /** Samples of values that the planner keeps stand for their columns. */
  private async statistics(client: Client): Promise<void> {
    const { rows } = await client.query<Record<'place' | 'text', string>>(`
      select schemaname || '.' || tablename || '.' || attname as place,
        concat_ws(' ', most_common_vals::text, histogram_bounds::text,
          most_common_elems::text) as text
      from pg_stats where schemaname <> 'pg_catalog'`);
    this.places += 1;
    for (const { place, text } of rows) this.more(place, text);
  }

  private more(place: string, text: string): void {
    this.bytes += text.length;
    for (const canary of this.canaries.findIn(text)) {
      this.finds.push({ canary, place });
    }
  }
}
