import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';

/** Where a provider says nothing that can be read: as long ago as can be. */
const LONG_AGO = 0;

/**
 * When the person of an answer last showed the provider who they are: what its
 * ID token says (`auth_time`), which is long before now where the provider knew
 * the browser and did not ask. A provider that does not say it is believed to
 * have asked now.
 *
 * @param now - milliseconds
 * @returns milliseconds, never after `now`
 */
export function signedInAt(
  result: Pick<OidcAuthResult, 'tokenset'>,
  now: number,
): number {
  // Without an ID token `claims()` throws; the sign-in is refused elsewhere.
  if (!result.tokenset.id_token) return LONG_AGO;
  const said: unknown = result.tokenset.claims().auth_time;
  if (said === undefined) return now;
  if (typeof said !== 'number' || !(said >= 0)) return LONG_AGO;
  return Math.min(Math.floor(said * 1000), now);
}
