import { isThisMachine } from './isThisMachine';

const SETTING = 'hub.mail.smtpUrl';

/**
 * Mails name people by their address: they go to a mail server that encrypts,
 * and shows who it is, or to one on this machine.
 *
 * @returns what has to be mended, in plain words, without the address itself,
 * which may hold a password
 */
export function mailServerFault(value: string | undefined): string | undefined {
  // Without a mail server no mails are sent.
  if (value === undefined) return undefined;
  if (!URL.canParse(value)) return `${SETTING} is not an address.`;
  const { protocol, hostname, searchParams } = new URL(value);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    return `${SETTING} has to begin with smtps: or smtp:`;
  }
  // An address of this kind keeps its host name as it was written.
  if (isThisMachine(hostname.toLowerCase())) return undefined;
  if (!isTold(searchParams, 'tls.rejectUnauthorized', 'true')) {
    return `${SETTING} takes any certificate. Leave tls.rejectUnauthorized out.`;
  }
  if (protocol === 'smtps:') return undefined;
  const mustEncrypt =
    searchParams.has('requireTLS') &&
    isTold(searchParams, 'requireTLS', 'true') &&
    isTold(searchParams, 'ignoreTLS', 'false');
  return mustEncrypt
    ? undefined
    : `${SETTING} takes a mail server that does not encrypt. Begin it with smtps:, or end it with ?requireTLS=true`;
}

// Where a setting stands twice, all have to say so: which one counts is the
// mail client's choice.
function isTold(
  settings: URLSearchParams,
  name: string,
  value: string,
): boolean {
  return settings.getAll(name).every(said => said === value);
}
