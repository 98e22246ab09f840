/**
 * Whether a verified token was issued after a moment. Tokens say it in whole
 * seconds: one of the very second does not count.
 *
 * @param moment - milliseconds; without one every token was
 * @returns false, too, where a token does not say when it was issued
 */
export function isIssuedSince(
  token: string,
  moment: number | undefined,
): boolean {
  if (moment === undefined) return true;
  const issuedAt = issuedAtOf(token);
  return issuedAt !== undefined && issuedAt * 1000 > moment;
}

function issuedAtOf(token: string): number | undefined {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
    );
    const { iat } = claims as { iat?: unknown };
    return typeof iat === 'number' ? iat : undefined;
  } catch {
    return undefined;
  }
}
