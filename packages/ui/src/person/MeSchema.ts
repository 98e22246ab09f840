import { z } from 'zod';
import { RoleSchema } from '@imsa-hub/core';

/**
 * Who is signed in and which doors are open to them: the answer of
 * `GET /api/network/me`, as far as the pages need it.
 */
export const MeSchema = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    roles: z.array(RoleSchema),
    organisation: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .optional(),
    /** Still being trained; always shown beside the role. */
    training: z.boolean().optional(),
  }),
  /** Names of basic permissions, such as `advice.use`. */
  doors: z.array(z.string()),
});

export type Me = z.infer<typeof MeSchema>;
