import {
  DeadlineIdSchema,
  EnteredDateSchema,
  GivenReasonSchema,
  NamedPersonSchema,
  versioned,
} from '@imsa-hub/core';
import { z } from 'zod';

/** Something that happened on a day and may start a legal limit. */
export const HappenedSchema = z.strictObject({
  /** Id of a deadline rule: what happened and where. */
  ruleId: z.string().regex(/^[a-z0-9-]{1,80}$/, 'Choose what happened'),
  date: EnteredDateSchema,
  /** Further dates that the law asks for with it, by their ids. */
  facts: z.record(DeadlineIdSchema, EnteredDateSchema).default({}),
});
export type Happened = z.infer<typeof HappenedSchema>;

/** An event of a record, by its place there. */
const EventIdSchema = z.string().regex(/^\d{1,4}$/, 'Choose one of the list');

/** Puts an event right, or strikes it out; what it said before stays. */
export const CorrectEventRequestSchema = z.discriminatedUnion(
  'what',
  [
    HappenedSchema.extend({
      ...versioned,
      eventId: EventIdSchema,
      what: z.literal('change'),
      reason: GivenReasonSchema,
    }),
    z.strictObject({
      ...versioned,
      eventId: EventIdSchema,
      what: z.literal('strike-out'),
      reason: GivenReasonSchema,
    }),
  ],
  'Say whether it is changed or struck out',
);
export type CorrectEventRequest = z.infer<typeof CorrectEventRequestSchema>;

/** An event as a record keeps it. */
export const RecordedEventSchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  /** What happened, in words. */
  event: z.string(),
  date: z.string(),
  facts: z.array(
    z.object({ id: z.string(), question: z.string(), date: z.string() }),
  ),
  struck: z.boolean(),
  /** Who recorded it as it stands, or struck it out, where that is known. */
  by: NamedPersonSchema.nullable(),
  at: z.string(),
});
export type RecordedEvent = z.infer<typeof RecordedEventSchema>;
