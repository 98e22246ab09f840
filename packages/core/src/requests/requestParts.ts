import { z } from 'zod';
import { plainText } from '../text';

/** Longest narrative, question, reply or note, in characters. */
export const LONG_TEXT = 10_000;
/** Longest reason. */
export const REASON_TEXT = 1_000;

/** An id as it may come in a request. Anything else is simply not found. */
export const IdSchema = z
  .string()
  .regex(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/, 'This is not a known record');

/** The version of a record that the writer had read: a counting number. */
export const VersionSchema = z.int().min(1).max(2_000_000_000);

/** What a change of a record always carries: the version that was read. */
export const versioned = { version: VersionSchema };

/** Why something is done, in a person's words. */
export const GivenReasonSchema = plainText({
  max: REASON_TEXT,
  empty: 'Give a reason',
});

/** A day that somebody enters. */
export const EnteredDateSchema = z.iso.date('Enter a date that exists');

/** Where the last page of a list ended; only the server reads what is in it. */
export const CursorSchema = z
  .string()
  .max(600)
  .regex(/^[A-Za-z0-9_-]+$/, 'Start again from the first page');
