import type { Config } from '@backstage/config';
import { z } from 'zod';
import { readSettings } from './readSettings';

const SignInSettingsSchema = z
  .strictObject({
    /** Sent to the provider as `acr_values`, as it is. */
    askFor: z.string().trim().min(1).max(200).optional(),
    /** What its ID token has to say, as `acr` or among `amr`: one of these. */
    accept: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  })
  .prefault({});

/** How strongly somebody has to sign in; as the provider pleases where empty. */
export type SignInSettings = z.output<typeof SignInSettingsSchema>;

/**
 * Reads `hub.signIn`.
 *
 * @throws Error that names each setting which cannot be used, and why
 */
export function readSignInSettings(config: Config): SignInSettings {
  return readSettings({
    config,
    key: 'hub.signIn',
    schema: SignInSettingsSchema,
  });
}
