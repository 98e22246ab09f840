import { hasUnusableCharacters } from '@imsa-hub/core';
import { MOST_CSV_ROWS, type ImportProblem } from '@imsa-hub/network-common';
import { CsvError, parse } from 'csv-parse/sync';

/** One row of a file under its header's names; blank cells are absent. */
export interface CsvRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  cells: ReadonlyMap<string, string>;
  /** Columns whose cell cannot be used and has been named as a problem. */
  unusable: ReadonlySet<string>;
}

/** A file as read: its rows, and what is wrong with its form. */
export interface CsvFile {
  rows: CsvRow[];
  problems: ImportProblem[];
}

// What a spreadsheet would take for a formula when the cell is opened there.
const FORMULA = /^[=+\-@]/;

/**
 * Reads a CSV file with a header of known columns, in any order. Names every
 * problem of form: columns unknown, missing or twice, rows of another length,
 * open quotes, cells that are formulas or cannot be shown.
 */
export function readCsv(options: {
  csv: string;
  columns: readonly string[];
  required: readonly string[];
}): CsvFile {
  const records = readRecords(options.csv);
  if (!Array.isArray(records)) return { rows: [], problems: [records] };
  const [first, ...rest] = records;
  const header = (first ?? []).map(cell =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const problems = headerProblems({ ...options, header });
  if (problems.length > 0) return { rows: [], problems };

  const rows: CsvRow[] = [];
  rest.forEach((record, index) => {
    const row = index + 2;
    // Blank lines keep their number and mean nothing.
    if (record.every(cell => cell.trim() === '')) return;
    if (record.length !== header.length) {
      problems.push({
        row,
        problem: `This row has ${record.length} cells and the header has ${header.length}: put text with commas in quotation marks`,
      });
      return;
    }
    const cells = new Map<string, string>();
    const unusable = new Set<string>();
    header.forEach((column, place) => {
      const cell = record[place] ?? '';
      const problem = cellProblem(cell);
      if (problem) {
        problems.push({ row, column, problem });
        unusable.add(column);
      } else if (cell.trim() !== '') cells.set(column, cell.trim());
    });
    rows.push({ row, cells, unusable });
  });
  if (rows.length === 0 && problems.length === 0)
    problems.push({ row: 1, problem: 'The file has a header but no rows' });
  if (rows.length > MOST_CSV_ROWS) {
    const most = MOST_CSV_ROWS.toLocaleString('en-GB');
    return {
      rows: [],
      problems: [
        {
          row: 1,
          problem: `The file has more than ${most} rows: split it and import the parts one after the other`,
        },
      ],
    };
  }
  return { rows, problems };
}

function readRecords(csv: string): string[][] | ImportProblem {
  try {
    return parse(csv, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 20_000,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Records, not lines: a cell with line breaks in it is still of one row.
    const before = Number(error['records'] ?? 0);
    return {
      row: Number.isInteger(before) ? before + 1 : 1,
      problem:
        error.code === 'CSV_MAX_RECORD_SIZE'
          ? 'This row is too long: look for a quotation mark that is not closed'
          : 'The quotation marks in this row do not match: close each one, and write a quotation mark inside a cell twice',
    };
  }
}

function headerProblems(options: {
  header: readonly string[];
  columns: readonly string[];
  required: readonly string[];
}): ImportProblem[] {
  const { header, columns, required } = options;
  if (header.every(column => column === '')) {
    return [
      { row: 1, problem: `Begin with a header row: ${columns.join(', ')}` },
    ];
  }
  const problems: ImportProblem[] = [];
  header.forEach((column, place) => {
    if (!columns.includes(column)) {
      problems.push({
        row: 1,
        column: shown(column, place),
        problem: `This column is not known. Use: ${columns.join(', ')}`,
      });
    } else if (header.indexOf(column) !== place) {
      problems.push({ row: 1, column, problem: 'This column is there twice' });
    }
  });
  for (const column of required) {
    if (!header.includes(column))
      problems.push({ row: 1, column, problem: 'Add this column' });
  }
  return problems;
}

function cellProblem(cell: string): string | undefined {
  if (hasUnusableCharacters(cell))
    return 'Remove the characters that cannot be shown';
  if (FORMULA.test(cell.trim())) {
    return 'Begin this with a letter or a number: a spreadsheet would take it for a formula';
  }
  return undefined;
}

// A header may hold anything; what is repeated of it is short and visible.
function shown(column: string, place: number): string {
  const bare = column.replace(/[^\p{L}\p{N}_ ]/gu, '').slice(0, 40);
  return bare === '' ? `column ${place + 1}` : bare;
}
