/** Thrown for an address that a mail cannot safely be sent to. */
export class UnusableAddressError extends Error {
  override name = 'UnusableAddressError';
  readonly code = 'unusable-address';
}

// Narrower than the standard on purpose: no quotes, comments, lists, spaces or
// control characters, so that an address can never become a second header.
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){0,8}$/;

/** @throws UnusableAddressError unless it is one plain address */
export function requireAddress(to: string): { name: ''; address: string } {
  if (!ADDRESS.test(to)) throw new UnusableAddressError();
  return { name: '', address: to };
}
