import { DemoDaySchema, DemoStepSchema } from '@imsa-hub/core-node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const DemoCaseSchema = z.strictObject({
  what: z.string(),
  raisedBy: z.string(),
  day: DemoDaySchema,
  /** Begun and not raised. */
  draft: z.boolean().default(false),
  answers: z.record(z.string(), z.unknown()),
  steps: z.array(DemoStepSchema).default([]),
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
