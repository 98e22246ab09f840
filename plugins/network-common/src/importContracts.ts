import { z } from 'zod';

/** The most text one import takes, in bytes of UTF-8. */
export const LARGEST_CSV_BYTES = 1_000_000;
/** The most records one import takes. */
export const MOST_CSV_ROWS = 2_000;

/** The two kinds of file that can be imported. */
export const ImportKindSchema = z.enum(['people', 'organisations']);
export type ImportKind = z.infer<typeof ImportKindSchema>;

const CsvSchema = z
  .string()
  .min(1, 'Choose a file that has rows in it')
  .refine(
    text => new TextEncoder().encode(text).length <= LARGEST_CSV_BYTES,
    'Use a file of at most 1 MB; split a larger one',
  );

/** `POST /imports/dry-run`. */
export const DryRunImportSchema = z.strictObject({
  kind: ImportKindSchema,
  csv: CsvSchema,
});
export type DryRunImport = z.infer<typeof DryRunImportSchema>;

/** `POST /imports`: the same file, and the digest its dry run gave. */
export const ImportSchema = z.strictObject({
  ...DryRunImportSchema.shape,
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Do a dry run first, then import that file'),
});
export type ImportRequest = z.infer<typeof ImportSchema>;

/**
 * One thing to mend. Rows are numbered as a spreadsheet shows them: the header
 * is row 1. A problem of a whole row or file has no column.
 */
export const ImportProblemSchema = z.object({
  row: z.int().min(1),
  column: z.string().optional(),
  problem: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblemSchema>;

/** Answer of a dry run: every problem, or the digest that allows the import. */
export const DryRunResultSchema = z.object({
  rows: z.int(),
  problems: z.array(ImportProblemSchema),
  /** Absent while there are problems. */
  digest: z.string().optional(),
});
export type DryRunResult = z.infer<typeof DryRunResultSchema>;

/** Answer of an import: how many records it made. */
export const ImportResultSchema = z.object({ imported: z.int() });
export type ImportResult = z.infer<typeof ImportResultSchema>;
