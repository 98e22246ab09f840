import {
  CalendarDateSchema,
  ConfidenceSchema,
  DeadlineIdSchema,
  DeadlineKindSchema,
  NationSchema,
} from '@imsa-hub/core';
import { z } from 'zod';

/** A limit worked out from an event, as it is sent. */
export const LimitSchema = z.object({
  ruleId: z.string(),
  title: z.string(),
  eventDate: z.string(),
  /** `YYYY-MM-DD`; nothing where it cannot be known. */
  limit: z.string().nullable(),
  kind: DeadlineKindSchema,
  working: z.array(z.string()),
  confidence: ConfidenceSchema.nullable(),
  source: z.string().nullable(),
  /** What to be careful about, or why it is not known. */
  caution: z.string(),
});
export type Limit = z.infer<typeof LimitSchema>;

/** A further date that changes a limit, and in which nations it does. */
export const AskedFactSchema = z.object({
  id: z.string(),
  question: z.string(),
  nations: z.array(NationSchema),
});
export type AskedFact = z.infer<typeof AskedFactSchema>;

/** Something that can have happened, to choose from in a form. */
export const EventChoiceSchema = z.object({
  ruleId: z.string(),
  title: z.string(),
  event: z.string(),
  nations: z.array(NationSchema),
  /** Further dates to ask for with it. */
  facts: z.array(AskedFactSchema).optional(),
});
export type EventChoice = z.infer<typeof EventChoiceSchema>;

/** `POST /limits`: what happened where, on which day. */
export const CalculateSchema = z.strictObject({
  nation: NationSchema,
  eventId: DeadlineIdSchema,
  date: CalendarDateSchema,
  /** Further dates that rules ask for. */
  facts: z
    .array(z.strictObject({ id: DeadlineIdSchema, date: CalendarDateSchema }))
    .max(10)
    .default([]),
});
export type Calculate = z.infer<typeof CalculateSchema>;

/** The days for which bank holidays are known, both included. */
export const HorizonSchema = z.object({
  from: CalendarDateSchema,
  until: CalendarDateSchema,
  /** Less than a year away: the list should be made longer. */
  isNear: z.boolean(),
});
export type Horizon = z.infer<typeof HorizonSchema>;

/** Answer of `POST /limits`. */
export const CalculatedSchema = z.object({
  limits: z.array(LimitSchema),
  horizon: HorizonSchema,
});
export type Calculated = z.infer<typeof CalculatedSchema>;
