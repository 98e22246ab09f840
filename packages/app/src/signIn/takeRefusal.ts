const NOT_REGISTERED =
  'You are not registered with IMSA Hub under this sign-in. Ask your Hub contact.';
const NOT_STRONG =
  'IMSA Hub wants a second step when you sign in, such as a code or a security key. Sign in again with it.';
const NOT_NOW = 'Sign-in is not available for a moment. Try again in a minute.';
const CANCELLED = 'You did not finish signing in. Nothing was changed.';
const FAILED = 'Signing in did not work. Try again.';

/**
 * What the address says is matched, never shown: anybody can write a link with
 * words in it, and ours should not carry them.
 */
function inPlainWords(said: string): string {
  if (/not registered/i.test(said)) return NOT_REGISTERED;
  if (/second step/i.test(said)) return NOT_STRONG;
  if (/not available|ECONNREFUSED|timed? ?out/i.test(said)) return NOT_NOW;
  if (/access_denied|cancel|aborted/i.test(said)) return CANCELLED;
  return FAILED;
}

/**
 * Why the provider or the Hub refused, as the redirect brought it back. It is
 * taken out of the address, so that a reload does not say it again.
 */
export function takeRefusal(): string | undefined {
  const address = new URL(window.location.href);
  const said = address.searchParams.get('error');
  if (said === null) return undefined;
  address.searchParams.delete('error');
  window.history.replaceState(window.history.state, '', address);
  return inPlainWords(said);
}
