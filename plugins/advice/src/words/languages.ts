import { languageName } from '@imsa-hub/core';
import type { Choice } from '@imsa-hub/ui';

/**
 * Languages that survivors supported in the UK most often speak, as BCP 47
 * codes. Any other code that arrives is still shown by its name.
 */
const CODES = [
  'am',
  'ar',
  'bn',
  'bg',
  'zh',
  'cs',
  'fa',
  'fr',
  'de',
  'gu',
  'ha',
  'hi',
  'hu',
  'ig',
  'it',
  'ku',
  'lv',
  'lt',
  'ln',
  'ms',
  'om',
  'ps',
  'pl',
  'pt',
  'pa',
  'ro',
  'ru',
  'si',
  'sk',
  'so',
  'es',
  'sw',
  'tl',
  'ta',
  'th',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'cy',
  'yo',
  'sq',
] as const;

/** Languages to choose from: English first, then by name. */
export const languageChoices: readonly Choice[] = [
  { value: 'en', label: languageName('en') },
  ...CODES.map(code => ({ value: code, label: languageName(code) })).sort(
    (a, b) => a.label.localeCompare(b.label, 'en-GB'),
  ),
];
