import { z } from 'zod';

// NUL and other controls break PostgreSQL, logs and screens; tab and line
// breaks are what people type.
const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Whether a text holds control characters or broken surrogate pairs. */
export function hasUnusableCharacters(text: string): boolean {
  return CONTROL.test(text) || !text.isWellFormed();
}

/** Options of {@link plainText}. Lengths in UTF-16 code units. */
export interface PlainTextOptions {
  /** Longest text taken. */
  max: number;
  /** Shortest text after trimming; 1 unless told. */
  min?: number;
  /** What to say when it is empty: "Enter your question". */
  empty?: string;
}

/**
 * A Zod schema for free text: trimmed, line breaks made `\n`, bounded, and
 * without the characters that no store or screen can carry.
 */
export function plainText({ max, min = 1, empty }: PlainTextOptions) {
  return z
    .string()
    .max(max * 2, `Use ${max.toLocaleString('en-GB')} characters or fewer`)
    .refine(text => !hasUnusableCharacters(text), {
      message: 'Remove the characters that cannot be shown, then try again',
    })
    .transform(text => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(min, empty ?? 'Enter some text')
        .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`),
    );
}
