import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';

/**
 * Whether the provider says that its person signed in by one of the ways that
 * the hub accepts, such as with a second factor: in the `acr` of the ID token,
 * or among its `amr` (OpenID Connect Core 1.0, section 2; RFC 8176). What it
 * does not say is not so. Where the hub accepts anything, nothing is asked.
 */
export function isStrong(
  result: Pick<OidcAuthResult, 'tokenset'>,
  accept: readonly string[],
): boolean {
  if (accept.length === 0) return true;
  // Without an ID token `claims()` throws; the sign-in is refused elsewhere.
  if (!result.tokenset.id_token) return false;
  const { acr, amr } = result.tokenset.claims();
  const said: unknown[] = [acr, ...(Array.isArray(amr) ? amr : [])];
  return said.some(one => typeof one === 'string' && accept.includes(one));
}
