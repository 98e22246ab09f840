import type { Config } from '@backstage/config';
import { z } from 'zod';
import { readSettings, settingOf } from './readSettings';

const SessionSettingsSchema = z
  .strictObject({
    freshSignInMinutes: settingOf(z.number().int().min(1).max(720)).default(10),
    // Tokens live for ten minutes, and only their renewal shows that somebody is
    // there: less would end sessions that are used.
    idleMinutes: settingOf(z.number().int().min(20).max(720)).default(60),
    longestHours: settingOf(z.number().int().min(1).max(24)).default(12),
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
