import { MarksSchema, NamedPersonSchema } from '@imsa-hub/core';
import { z } from 'zod';
import { EscalationStatusSchema } from '../vocabulary';

/** One decision about how long a case is kept. */
export const RetentionStepSchema = z.object({
  at: z.string(),
  /** Nobody where the period ended by itself. */
  by: NamedPersonSchema.nullable(),
  step: z.enum(['held', 'released', 'asked', 'destroyed']),
  reason: z.string().nullable(),
  marked: MarksSchema.optional(),
});
export type RetentionStep = z.infer<typeof RetentionStepSchema>;

export const RetentionActionSchema = z.enum([
  'hold',
  'release',
  'ask-destruction',
  'confirm-destruction',
  'destroy',
]);
export type RetentionAction = z.infer<typeof RetentionActionSchema>;

/** A closed case as those see it who decide how long it is kept. */
export const RetentionRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  caseReference: z.string(),
  status: EscalationStatusSchema,
  closedAt: z.string().nullable(),
  /** `YYYY-MM-DD`, in London as all days here. */
  retainUntil: z.string().nullable(),
  destroyedOn: z.string().nullable(),
  /** The end of the review, where it has begun. */
  willBeDestroyedOn: z.string().nullable(),
  held: z.boolean(),
  destructionAsked: z
    .object({ by: NamedPersonSchema, at: z.string() })
    .nullable(),
  steps: z.array(RetentionStepSchema),
  allowedActions: z.array(RetentionActionSchema),
});
export type RetentionRow = z.infer<typeof RetentionRowSchema>;

export const RetentionResponseSchema = z.object({
  rows: z.array(RetentionRowSchema),
  next: z.string().nullable(),
});
export type RetentionResponse = z.infer<typeof RetentionResponseSchema>;
