import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const day = z.int().min(-3650).max(0);
const StepSchema = z.strictObject({
  day,
  /** Key of a demo person. */
  by: z.string(),
  /** The move, as its route calls it: `raise-level`. */
  do: z.string(),
  with: z.record(z.string(), z.unknown()).default({}),
});

const DemoCaseSchema = z.strictObject({
  what: z.string(),
  raisedBy: z.string(),
  day,
  /** Begun and not raised. */
  draft: z.boolean().default(false),
  answers: z.record(z.string(), z.unknown()),
  steps: z.array(StepSchema).default([]),
});
/** A case of the demo: what is answered, and what people do to it. */
export type DemoCase = z.infer<typeof DemoCaseSchema>;

const FileSchema = z.strictObject({
  usual: z.record(z.string(), z.unknown()),
  cases: z.array(DemoCaseSchema).min(1),
});

/** The invented cases of a catalog folder (`demo/cases.yaml`). */
export function readDemoCases(catalogFolder: string): DemoCase[] {
  const file = path.join(catalogFolder, 'demo', 'cases.yaml');
  const { usual, cases } = FileSchema.parse(parse(readFileSync(file, 'utf8')));
  return cases.map(item =>
    item.draft ? item : { ...item, answers: { ...usual, ...item.answers } },
  );
}

/** What the file writes in short: `day(-3)`, `person(imsa)`. */
export type Abbreviations = Readonly<
  Record<string, (inside: string) => string | Promise<string>>
>;

/** Writes out every abbreviation in a value, however deep. */
export async function writeOut(
  value: unknown,
  abbreviations: Abbreviations,
): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map(part => writeOut(part, abbreviations)));
  }
  if (value !== null && typeof value === 'object') {
    const parts = await Promise.all(
      Object.entries(value).map(async ([key, part]) => [
        key,
        await writeOut(part, abbreviations),
      ]),
    );
    return Object.fromEntries(parts);
  }
  if (typeof value !== 'string') return value;
  const [, name, inside] = /^([a-z]+)\(([a-z0-9-]+)\)$/.exec(value) ?? [];
  const meant = name === undefined ? undefined : abbreviations[name];
  return meant && inside !== undefined ? meant(inside) : value;
}
