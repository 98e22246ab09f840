/**
 * A mail server's refusal as a code that may be stored and logged: what the
 * server says in words often repeats the address.
 *
 * @returns such as `EENVELOPE-550` or `ECONNECTION`
 */
export function mailErrorCode(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as {
    code?: unknown;
    responseCode?: unknown;
  };
  const name =
    typeof code === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(code)
      ? code
      : 'unknown';
  return Number.isInteger(responseCode) ? `${name}-${responseCode}` : name;
}
