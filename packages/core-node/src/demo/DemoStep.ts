import { z } from 'zod';

/** A day of the demo, counted from the day it is loaded: -3 is three before. */
export const DemoDaySchema = z.int().min(-3650).max(0);

/** One thing that a person of the demo does to a record. */
export const DemoStepSchema = z.strictObject({
  day: DemoDaySchema,
  /** Key of a demo person. */
  by: z.string(),
  /** The move, as its route calls it: `raise-level`. */
  do: z.string(),
  with: z.record(z.string(), z.unknown()).default({}),
});
export type DemoStep = z.infer<typeof DemoStepSchema>;
