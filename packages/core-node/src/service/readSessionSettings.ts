import type { Config } from '@backstage/config';
import { z } from 'zod';
import { readSettings, settingOf } from './readSettings';

const SessionSettingsSchema = z
  .strictObject({
    freshSignInMinutes: settingOf(z.number().int().min(1).max(720)).default(10),
  })
  .prefault({});

/** How long sign-ins and sessions are good for. */
export type SessionSettings = z.output<typeof SessionSettingsSchema>;

/**
 * Reads `hub.sessions`.
 *
 * @throws Error that names each setting which cannot be used, and why
 */
export function readSessionSettings(config: Config): SessionSettings {
  return readSettings({
    config,
    key: 'hub.sessions',
    schema: SessionSettingsSchema,
  });
}
