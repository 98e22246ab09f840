import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import type { SignInClaims } from '@imsa-hub/network-node';

/**
 * What the provider says of the person, from the ID token that openid-client
 * has checked (signature, algorithm, issuer, audience, times and, when signing
 * in, nonce). The address comes from the userinfo answer, which counts only if
 * it is of the same subject: on a refresh nobody else compares the two.
 *
 * @returns nothing when there is no ID token or the two disagree
 */
export function readSignInClaims(
  result: OidcAuthResult,
): SignInClaims | undefined {
  // Without an ID token `claims()` throws, and there is no issuer to go by.
  if (!result.tokenset.id_token) return undefined;
  const token = result.tokenset.claims();
  const { userinfo } = result;
  if (!token.iss || !token.sub || token.sub !== userinfo.sub) return undefined;
  if (token.email !== undefined && token.email !== userinfo.email)
    return undefined;
  return {
    issuer: token.iss,
    subject: token.sub,
    ...(typeof userinfo.email === 'string' ? { email: userinfo.email } : {}),
    // Some providers say "true" or 1; only the truth itself counts.
    emailVerified: userinfo.email_verified === true,
  };
}
