import { createHash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The id of a demo record, always the same for a key, so that other demo data
 * can refer to it and loading twice changes nothing. It has the form of every
 * other id, with the moment of 1 January 2026.
 */
function demoId(kind: string, key: string): string {
  const digest = createHash('sha256').update(`${kind}\n${key}`).digest();
  let time = '';
  let rest = Date.UTC(2026, 0, 1);
  for (let place = 0; place < 10; place += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = [...digest.subarray(0, 16)]
    .map(byte => ALPHABET.charAt(byte % 32))
    .join('');
  return time + random;
}

/** Id of the demo person of this key. */
export function demoPersonId(key: string): string {
  return demoId('person', key);
}

/** Id of the demo organisation of this key. */
export function demoOrganisationId(key: string): string {
  return demoId('organisation', key);
}

/** Id of the employment of this demo person. */
export function demoEmploymentId(personKey: string): string {
  return demoId('employment', personKey);
}

/** Id of a role of this demo person. */
export function demoGrantId(personKey: string, role: string): string {
  return demoId('role', `${personKey}\n${role}`);
}
