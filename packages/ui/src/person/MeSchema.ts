import { z } from 'zod';
import { RoleSchema, type Role } from '@imsa-hub/core';

/** Who is signed in and which doors are open to them. */
export interface Me {
  person: {
    id: string;
    name: string;
    roles: Role[];
    /** Where they work; the first, where there are several. */
    organisation?: { id: string; name: string } | null;
    /** Still being trained; always shown beside the role. */
    training?: boolean;
  };
  /** Names of basic permissions, such as `advice.use`. */
  doors: string[];
  /** Minutes after which a session that is not used ends. */
  sessionIdleMinutes?: number;
}

/**
 * The answer of `GET /api/network/me`, as far as the pages need it. The whole
 * of it is `MeSchema` in the register's own contracts.
 */
export const MeSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    roles: z.array(RoleSchema),
    organisations: z.array(z.object({ id: z.string(), name: z.string() })),
    training: z.string(),
    doors: z.array(z.string()),
    sessionIdleMinutes: z.number().optional(),
  })
  .transform((answer): Me => ({
    person: {
      id: answer.id,
      name: answer.displayName,
      roles: answer.roles,
      organisation: answer.organisations[0] ?? null,
      training: answer.training === 'trainee',
    },
    doors: answer.doors,
    sessionIdleMinutes: answer.sessionIdleMinutes,
  }));
