/** Letters and digits that survive a bad phone line: no 0/O, 1/I/L, U/V. */
const CLEAR = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/**
 * Random characters a person can read aloud.
 *
 * @param length - how many; 5 for references (20 million), 16 for receipt
 * codes (77 bits)
 */
export function clearCharacters(length: number): string {
  let out = '';
  while (out.length < length) {
    for (const byte of globalThis.crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes past the last whole multiple would favour the first letters.
      if (byte < CLEAR.length * 8 && out.length < length)
        out += CLEAR.charAt(byte % CLEAR.length);
    }
  }
  return out;
}

/** A pseudonymous reference such as `ADV-7K3M9`; it says nothing of anyone. */
export function humanReference(prefix: string): string {
  return `${prefix}-${clearCharacters(6)}`;
}

/** A receipt code such as `7K3M-9QRT-XW2B-H4DN`: 77 random bits. */
export function receiptCode(): string {
  return clearCharacters(16).replace(/(.{4})(?=.)/g, '$1-');
}

/** What someone typed as a receipt code, brought to its one written form. */
export function normaliseReceiptCode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 32);
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}
