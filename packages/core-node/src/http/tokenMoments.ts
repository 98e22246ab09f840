/**
 * When a token was issued, and when its person signed in at the provider; both
 * in whole seconds. For tokens that were verified: nothing is checked here.
 *
 * @returns nothing of what the token does not say, or where it is no such token
 */
export function tokenMoments(token: string | undefined): {
  issuedAt?: number;
  signedInAt?: number;
} {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString(),
    );
    const said = claims as Record<string, unknown>;
    return {
      issuedAt: numberIn(said.iat),
      signedInAt: numberIn(said[SIGNED_IN_AT]),
    };
  } catch {
    return {};
  }
}

/** The claim of the hub's tokens that says when their person signed in. */
export const SIGNED_IN_AT = 'auth_time';

const numberIn = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
