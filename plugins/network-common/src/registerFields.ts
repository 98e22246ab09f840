import { plainText, SpecialismSchema, NationSchema } from '@imsa-hub/core';
import { z } from 'zod';

// Line breaks have no place in a name and would forge headers in mail.
const ONE_LINE = /^[^\t\n\r]*$/;

/** A text on one line: trimmed, bounded, no control characters. */
export function oneLine(options: { max: number; empty: string }) {
  return plainText(options).refine(text => ONE_LINE.test(text), {
    message: 'Write this on one line',
  });
}

export const PersonNameSchema = oneLine({ max: 120, empty: 'Enter the name' });

export const OrganisationNameSchema = oneLine({
  max: 160,
  empty: 'Enter the name of the organisation',
});

/** A town, county or council area: up to 80 characters. */
export const AreaSchema = oneLine({ max: 80, empty: 'Enter the area' });

/** The intake an organisation joined with: `2026-1`. */
export const CohortSchema = z
  .string()
  .regex(/^20\d{2}-[1-9]$/, 'Enter the cohort as year and number, like 2026-1');

/**
 * A work e-mail address in the one form it is kept in: lower case, ASCII, no
 * quoting. Narrower than RFC 5321 on purpose: it decides who may sign in, so
 * two addresses that look alike must not both be possible.
 */
export const EmailSchema = z
  .string()
  .max(254, 'Use an e-mail address of 254 characters or fewer')
  .transform(text => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9](?:[a-z0-9._+'-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
        'Enter an e-mail address, like name@organisation.org',
      ),
  );

/** A language as a BCP 47 code: `en`, `cy`, `pt-BR`. */
export const LanguageSchema = z
  .string()
  .regex(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/,
    'Use a language code such as en, cy or ar',
  );

/** A list without repeats, at most `max` long. */
function distinct<Item extends z.ZodType>(item: Item, max: number) {
  return z
    .array(item)
    .max(max)
    .refine(list => new Set(list).size === list.length, {
      message: 'Name each one once',
    });
}

export const NationsSchema = distinct(NationSchema, 4);
export const SpecialismsSchema = distinct(SpecialismSchema, 12);
export const LanguagesSchema = distinct(LanguageSchema, 30);

/** A registration number at a regulator. */
export const RegulationNumberSchema = oneLine({
  max: 40,
  empty: 'Enter the registration number',
});
