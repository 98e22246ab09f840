/** What every reference and receipt code of the hub is written with. */
const CLEAR = '2-9A-HJKMNP-TW-Z';
const REFERENCE = new RegExp(
  `(?<![A-Za-z0-9-])([A-Z]{2,5})-([${CLEAR}]{5,6})(?![A-Za-z0-9])`,
  'g',
);
const RECEIPT = new RegExp(
  `(?<![A-Za-z0-9-])(?:[${CLEAR}]{4}-){3}[${CLEAR}]{4}(?![A-Za-z0-9])`,
  'g',
);
const OURS = /^(?:ADV|ESC)$/;
/** Prefixes under which somebody could hide a real identifier. */
const NOT_OURS =
  /^(?:NRM|GWF|UAN|NHS|NINO|NI|TEL|DOB|CHI|ID|REF|BRP|ARC|ASF|UI|CID)$/;

/**
 * Blanks the hub's own references (`ADV-7K3M9Q`, `7K3M-9QRT-XW2B-H4DN`) so
 * that no detector takes part of one for a postcode. Keeps every position.
 */
export function blankSystemReferences({ text }: { text: string }): string {
  const blank = (found: string) => ']'.repeat(found.length);
  return text
    .replace(RECEIPT, found => (/[A-Z]/.test(found) ? blank(found) : found))
    .replace(REFERENCE, (found: string, prefix: string, body: string) => {
      if (OURS.test(prefix)) return blank(found);
      const letters = /[A-Z]/.test(body);
      const postcode = /^[A-Z]{1,2}\d[0-9A-Z]?\d[A-Z]{2}$/.test(body);
      return !letters || postcode || NOT_OURS.test(prefix)
        ? found
        : blank(found);
    });
}
