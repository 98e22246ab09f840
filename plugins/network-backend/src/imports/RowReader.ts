import type { ImportProblem } from '@imsa-hub/network-common';
import type { z } from 'zod';
import type { CsvRow } from './readCsv';

/** Reads the cells of one row against schemas and notes what is wrong. */
export class RowReader {
  readonly problems: ImportProblem[] = [];

  constructor(private readonly row: CsvRow) {}

  get number(): number {
    return this.row.row;
  }

  has(column: string): boolean {
    return this.row.cells.has(column);
  }

  /** A cell that must be there; nothing, and a problem, otherwise. */
  required<T>(
    column: string,
    schema: z.ZodType<T>,
    empty: string,
  ): T | undefined {
    if (this.has(column)) return this.optional(column, schema);
    if (!this.row.unusable.has(column)) this.problem(column, empty);
    return undefined;
  }

  /** A cell that may be blank. */
  optional<T>(column: string, schema: z.ZodType<T>): T | undefined {
    const cell = this.row.cells.get(column);
    return cell === undefined ? undefined : this.parse(column, cell, schema);
  }

  /** A cell of several values, separated by semicolons; blank is none. */
  several<T>(column: string, schema: z.ZodType<T>): T[] {
    const parts = (this.row.cells.get(column) ?? '')
      .split(';')
      .map(part => part.trim())
      .filter(part => part !== '');
    const values = parts.flatMap(part => {
      const value = this.parse(column, part, schema);
      return value === undefined ? [] : [value];
    });
    if (new Set(values).size !== values.length)
      this.problem(column, 'Name each one once');
    return [...new Set(values)];
  }

  problem(column: string | undefined, problem: string): void {
    this.problems.push({
      row: this.row.row,
      ...(column === undefined ? {} : { column }),
      problem,
    });
  }

  private parse<T>(
    column: string,
    cell: string,
    schema: z.ZodType<T>,
  ): T | undefined {
    const parsed = schema.safeParse(cell);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    this.problem(
      column,
      issue?.code === 'invalid_value'
        ? `Use one of: ${issue.values.map(String).join(', ')}`
        : (issue?.message ?? 'This cannot be read'),
    );
    return undefined;
  }
}
