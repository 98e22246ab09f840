import { createHmac } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';

/** The end of a chain at a moment, kept outside the database. */
export interface ExportedHead {
  /** ISO instant. */
  at: string;
  chain: string;
  seq: number;
  mac: string;
}

/**
 * Appends the heads that moved since the last call to `<folder>/<schema>.jsonl`,
 * each line signed. Whoever cuts the tail of a chain cannot cut it here too.
 *
 * @returns the function to call now and then; it answers how many it wrote
 */
export function createHeadExporter(options: {
  knex: Knex;
  schema: string;
  folder: string;
  ledgerKey: Buffer;
}): () => Promise<number> {
  const written = new Map<string, number>();
  return async () => {
    const heads: Array<{ chain: string; seq: string; mac: string }> =
      await options.knex.from('ledger_head').select('chain', 'seq', 'mac');
    const at = new Date().toISOString();
    const lines = heads
      .filter(head => written.get(head.chain) !== Number(head.seq))
      .map(head =>
        sign(options.ledgerKey, {
          at,
          chain: head.chain,
          seq: Number(head.seq),
          mac: head.mac,
        }),
      );
    if (lines.length === 0) return 0;
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    await appendFile(
      join(options.folder, `${options.schema}.jsonl`),
      `${lines.join('\n')}\n`,
      { mode: 0o600 },
    );
    for (const head of heads) written.set(head.chain, Number(head.seq));
    return lines.length;
  };
}

/**
 * Reads what {@link createHeadExporter} wrote. Throws on a line that was altered.
 *
 * @param options.ledgerKeys - of all that signed one, the oldest first
 */
export async function readExportedHeads(options: {
  folder: string;
  schema: string;
  ledgerKeys: readonly Buffer[];
}): Promise<ExportedHead[]> {
  const file = join(options.folder, `${options.schema}.jsonl`);
  const text = await readFile(file, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line, index) => {
      const separator = line.lastIndexOf('\t');
      const head: ExportedHead = JSON.parse(line.slice(0, separator));
      if (!options.ledgerKeys.some(key => sign(key, head) === line)) {
        throw new Error(`${file}, line ${index + 1}: this line was altered`);
      }
      return head;
    });
}

function sign(key: Buffer, head: ExportedHead): string {
  const text = JSON.stringify({
    at: head.at,
    chain: head.chain,
    seq: head.seq,
    mac: head.mac,
  });
  return `${text}\t${createHmac('sha256', key).update(text).digest('hex')}`;
}
