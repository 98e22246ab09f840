import { z } from 'zod';
import { plainText } from '../text';
import { REASON_TEXT } from './requestParts';

/**
 * A whole reference as it was told: `ADV-7K3M9Q`, `adv 7k3m9q` or `7K3M9Q`.
 *
 * @param kind - what references of these records begin with: `ADV`
 */
export const toldReference = (kind: string) =>
  z
    .string()
    .max(40)
    .transform(text => {
      const told = text.toUpperCase().replaceAll(/[\s-]/g, '');
      return `${kind}-${told.startsWith(kind) ? told.slice(kind.length) : told}`;
    })
    .pipe(
      z
        .string()
        .regex(
          new RegExp(`^${kind}-[0-9A-Z]{6}$`),
          `Enter a reference such as ${kind}-7K3M9Q`,
        ),
    );

/** Opens one that the person is held back from; the reason is a sentence. */
export const breakGlassRequest = (kind: string) =>
  z.strictObject({
    reference: toldReference(kind),
    reason: plainText({
      max: REASON_TEXT,
      min: 10,
      empty: 'Say why, in a sentence',
    }),
  });
