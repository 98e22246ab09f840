/** The headers of a mail, by name in lower case, each as it was written. */
export type HeaderTexts = ReadonlyMap<string, readonly string[]>;

const BY_BEING_THERE = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'x-failed-recipients',
  'feedback-id',
];
const ROBOT =
  /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|daemon|root)([+._-].*)?@/i;

/**
 * Whether a program wrote a mail: a bounce, a list, an absence note. Such a
 * mail is never written to, so that no two programs can answer each other.
 */
export function isAutomaticMail(mail: {
  headers: HeaderTexts;
  /** The envelope's sender; empty for a bounce. */
  envelopeSender: string;
  /** Address of the `From` header. */
  from: string;
}): boolean {
  const { headers, envelopeSender, from } = mail;
  const first = (name: string) =>
    headers.get(name)?.[0]?.trim().toLowerCase() ?? '';
  const submitted = first('auto-submitted');
  return (
    envelopeSender === '' ||
    ROBOT.test(envelopeSender) ||
    ROBOT.test(from) ||
    (submitted !== '' && !/^no\b/.test(submitted)) ||
    /^(bulk|list|junk|auto[_-]?reply)\b/.test(first('precedence')) ||
    /^multipart\/report\b/.test(first('content-type')) ||
    first('return-path') === '<>' ||
    BY_BEING_THERE.some(name => headers.has(name))
  );
}
