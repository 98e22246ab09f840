import type { QueueColumnValues } from '@imsa-hub/advice-node';
import type { Nation } from '@imsa-hub/core';
import type { HubService } from '@imsa-hub/core-node';

/**
 * What stands in the columns that modules add, by query id. A column that
 * fails leaves its cells empty: the queue is there whatever a module does. The
 * log says which one failed, and nothing of what it said: that can hold a
 * query.
 */
export async function readExtraColumns(input: {
  columns: readonly QueueColumnValues[];
  rows: readonly { id: string; nation: Nation }[];
  logger: HubService['logger'];
}): Promise<Map<string, Record<string, string>>> {
  const { columns, rows, logger } = input;
  const extra = new Map<string, Record<string, string>>();
  for (const column of columns) {
    const values = await valuesOf(column, rows).catch(
      (error: unknown): Record<string, unknown> => {
        logger.error(
          `The queue column "${column.id}" failed: ${error instanceof Error ? error.name : 'no error was given'}`,
        );
        return {};
      },
    );
    for (const { id } of rows) {
      const value: unknown = values[id];
      if (typeof value === 'string') {
        extra.set(id, { ...extra.get(id), [column.id]: value });
      }
    }
  }
  return extra;
}

// Asked within an async function, so that one that throws at once fails too.
async function valuesOf(
  column: QueueColumnValues,
  rows: readonly { id: string; nation: Nation }[],
): Promise<Record<string, unknown>> {
  // Only what a column may know, whatever else stands in a row.
  const known = rows.map(({ id, nation }) => ({ id, nation }));
  return (await column.valuesFor(known)) ?? {};
}
