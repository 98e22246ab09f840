import {
  IdSchema,
  NationSchema,
  RoleSchema,
  SpecialismSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import { TrainingSchema } from './registerWords';

/** `GET /me`: who I am to the Hub, and which doors are mine. */
export const MeSchema = z.object({
  id: IdSchema,
  entityRef: z.string(),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(RoleSchema),
  organisations: z.array(
    z.object({ id: IdSchema, name: z.string(), nation: NationSchema }),
  ),
  training: TrainingSchema,
  regulatedForImmigration: z.boolean(),
  nations: z.array(NationSchema),
  specialisms: z.array(SpecialismSchema),
  languages: z.array(z.string()),
  /** Names of the basic permissions this person has, for navigation. */
  doors: z.array(z.string()),
  /** Minutes after which a session that is not used ends. */
  sessionIdleMinutes: z.number(),
});
export type Me = z.infer<typeof MeSchema>;
