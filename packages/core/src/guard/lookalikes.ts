// Letters that look like Latin ones in most typefaces, and letters that
// Unicode does not take apart into a Latin letter and an accent.
const PAIRS =
  'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT УY ХX ԚQ ԜW аa сc еe іi јj оo рp ѕs уy хx ' +
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ιi νv ' +
  'łl ŁL øo ØO đd ĐD ıi ŋn ðd þp ' +
  '‘\' ’\' ‛\' ′\' ʼ\' ´\' “" ” " „" ″" «" »" ' +
  '‐- ‑- ‒- –- —- ―- −- ﹘- ⁃- ٫. 。. ․. ·. •. ∙. ⋅. ';

/** Characters brought to the plain one that they stand for. */
export const LOOKALIKES: ReadonlyMap<number, string> = new Map(
  [...PAIRS.matchAll(/(\S)(\S)(?= )/gu)].map(([, from = '', to = '']) => [
    from.codePointAt(0) ?? 0,
    to,
  ]),
);

// Each script's decimal digits are ten in a row; these are their zeros.
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6,
  0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

/** The Latin digit for a decimal digit of another script, if it is one. */
export function digitOfScript(codePoint: number): string | undefined {
  for (const zero of ZEROS) {
    if (codePoint >= zero && codePoint < zero + 10)
      return String(codePoint - zero);
  }
  return undefined;
}
