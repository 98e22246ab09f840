import { z } from 'zod';

/** A person as others see them. A trainee is always shown as such. */
export const NamedPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  trainee: z.boolean().default(false),
});
export type NamedPerson = z.infer<typeof NamedPersonSchema>;
