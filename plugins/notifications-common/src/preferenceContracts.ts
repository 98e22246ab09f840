import { z } from 'zod';

/** Body of `PUT /preferences` and answer of `GET /preferences`. */
export const PreferencesSchema = z.strictObject({
  /** Whether a mail says that something is waiting; on unless switched off. */
  mail: z.boolean(),
});
export type Preferences = z.infer<typeof PreferencesSchema>;
