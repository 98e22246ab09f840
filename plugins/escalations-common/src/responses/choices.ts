import { NamedPersonSchema } from '@imsa-hub/core';
import { EventChoiceSchema } from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import { BoardRowSchema } from './board';

export const ChoicesResponseSchema = z.object({
  types: z.array(
    z.object({ id: z.string(), title: z.string(), description: z.string() }),
  ),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  events: z.array(EventChoiceSchema),
  /** People who can be given a case, by what for. */
  handlers: z.array(NamedPersonSchema),
  imsas: z.array(NamedPersonSchema),
  /** How to reach the Hub when something cannot wait. */
  contact: z.object({
    phone: z.string().nullable(),
    mail: z.string().nullable(),
  }),
});
export type Choices = z.infer<typeof ChoicesResponseSchema>;

/** What waits for this person. Counts stop at 100. */
export const DayResponseSchema = z.object({
  toAccept: z.number(),
  mine: z.number(),
  late: z.number(),
  opinions: z.number(),
  tasks: z.number(),
  spendsToDecide: z.number(),
  /** Requests to bring a case without the survivor's agreement. */
  consentToDecide: z.number().default(0),
  handovers: z.number(),
  returned: z.number(),
  drafts: z.number(),
  /** The case of the most urgent opinion that is asked of this person. */
  opinionCase: z.string().nullable(),
  /** The case of the most urgent spend that this person can decide on. */
  spendCase: z.string().nullable(),
  first: z.array(BoardRowSchema),
});
export type EscalationDay = z.infer<typeof DayResponseSchema>;
