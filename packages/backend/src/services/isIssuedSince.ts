import { tokenMoments } from '@imsa-hub/core-node';

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
  const { issuedAt } = tokenMoments(token);
  return issuedAt !== undefined && issuedAt * 1000 > moment;
}
