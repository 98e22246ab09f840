import { plainText } from '@imsa-hub/core';
import { z } from 'zod';

/** How many characters make a search worth asking. */
export const FEWEST_CHARACTERS = 2;

/** How many of each kind are shown at first, and when one kind is opened. */
export const SHOWN_AT_FIRST = 5;
export const SHOWN_OF_ONE_KIND = 25;

/** Names a kind of thing that is found: `advice-queries`. */
export const SearchKindSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/, 'This kind is not known here');

/** `POST /find`: by POST, so that no word stands in an address or a log. */
export const SearchRequestSchema = z.strictObject({
  words: plainText({
    min: FEWEST_CHARACTERS,
    max: 100,
    empty: 'Enter two characters or more',
  }),
  /** Only this kind, and more of it. */
  kind: SearchKindSchema.optional(),
});
export type SearchRequest = z.infer<typeof SearchRequestSchema>;

/** One thing that was found. */
export const SearchHitSchema = z.object({
  title: z.string(),
  /** A few words that tell it from its neighbours. */
  detail: z.string(),
  /** Address in the console, with opaque ids only. */
  path: z.string(),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;

/** What was found of one kind. */
export const SearchGroupSchema = z.object({
  kind: z.string(),
  title: z.string(),
  hits: z.array(SearchHitSchema),
  /** There is more than is shown; how much more is not counted. */
  more: z.boolean(),
  /** This kind could not be searched just now; the others could. */
  failed: z.boolean(),
});
export type SearchGroup = z.infer<typeof SearchGroupSchema>;

/** Answer of `POST /find`: a group for each kind that is open to this person. */
export const SearchAnswerSchema = z.object({
  groups: z.array(SearchGroupSchema),
});
export type SearchAnswer = z.infer<typeof SearchAnswerSchema>;
