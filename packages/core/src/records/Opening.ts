import { z } from 'zod';
import { MarksSchema } from '../guard';
import { NamedPersonSchema } from './NamedPerson';

/** One time that a record was opened by break-glass. Moments are ISO instants. */
export const OpeningSchema = z.object({
  id: z.string(),
  by: NamedPersonSchema,
  at: z.string(),
  until: z.string(),
  /** Why they said they had to. */
  reason: z.string(),
  marked: MarksSchema.optional(),
});
export type Opening = z.infer<typeof OpeningSchema>;
