import { DemoDaySchema, DemoStepSchema } from '@imsa-hub/core-node';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const DemoQuerySchema = z.strictObject({
  question: z.string(),
  nation: z.string(),
  areas: z.array(z.string()),
  asker: z.string(),
  channel: z.enum(['console', 'public-form', 'phone']),
  /** When it came in. */
  day: DemoDaySchema,
  safety: z.array(z.string()).default([]),
  whoCanAct: z.string().default(''),
  safeContact: z.string().default(''),
  interpreter: z
    .enum(['not-needed', 'needed', 'not-known'])
    .default('not-known'),
  language: z.string().default('en'),
  events: z
    .array(z.strictObject({ ruleId: z.string(), date: z.string() }))
    .default([]),
  /** The demo person who asked in the console, or who took the call. */
  by: z.string().optional(),
  steps: z.array(DemoStepSchema).default([]),
});
/** A query of the demo: what is asked, and what people do with it. */
export type DemoQuery = z.infer<typeof DemoQuerySchema>;

const FileSchema = z.strictObject({ queries: z.array(DemoQuerySchema).min(1) });

/** The invented queries of a catalog folder (`demo/advice.yaml`). */
export function readDemoQueries(catalogFolder: string): DemoQuery[] {
  const file = path.join(catalogFolder, 'demo', 'advice.yaml');
  return FileSchema.parse(parse(readFileSync(file, 'utf8'))).queries;
}
