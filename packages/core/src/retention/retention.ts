import { z } from 'zod';
import { MarksSchema } from '../guard';
import { NamedPersonSchema } from '../records';
import { CursorSchema, GivenReasonSchema, versioned } from '../requests';

/** Which ended records are looked at: whose end is near or past, or on hold. */
export const RETENTION_VIEWS = ['due', 'held'] as const;
export const RetentionRequestSchema = z.strictObject({
  view: z.enum(RETENTION_VIEWS).default('due'),
  cursor: CursorSchema.optional(),
});
export type RetentionRequest = z.infer<typeof RetentionRequestSchema>;

/** Keeps an ended record longer, or ends that. */
export const HoldRequestSchema = z.strictObject({
  ...versioned,
  hold: z.boolean(),
  reason: GivenReasonSchema,
});
export type HoldRequest = z.infer<typeof HoldRequestSchema>;

/** Destroys the content of an ended record, or asks for that. */
export const DestroyRequestSchema = z.strictObject({
  ...versioned,
  /** Typed by the person, so that it is no slip: the reference. */
  reference: z.string().max(40),
  reason: GivenReasonSchema,
});
export type DestroyRequest = z.infer<typeof DestroyRequestSchema>;

/** One decision about how long a record is kept. Moments are ISO instants. */
export const RetentionStepSchema = z.object({
  at: z.string(),
  /** Nobody where the period ended by itself. */
  by: NamedPersonSchema.nullable(),
  step: z.enum(['held', 'released', 'asked', 'destroyed']),
  reason: z.string().nullable(),
  marked: MarksSchema.optional(),
});
export type RetentionStep = z.infer<typeof RetentionStepSchema>;

/** What each decision is called. */
export const RETENTION_STEP_NAMES: Readonly<
  Record<RetentionStep['step'], string>
> = {
  held: 'put on hold',
  released: 'hold ended',
  asked: 'destruction asked for',
  destroyed: 'destroyed',
};

export const RetentionActionSchema = z.enum([
  'hold',
  'release',
  'ask-destruction',
  'confirm-destruction',
  'destroy',
]);
export type RetentionAction = z.infer<typeof RetentionActionSchema>;

/** An ended record as those see it who decide how long it is kept. */
export const RetentionRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  /** What whoever brought it calls it. */
  alsoCalled: z.string().nullable(),
  /** It goes on: nothing of it ends. */
  open: z.boolean(),
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

/** How long an ended record is kept, on its page. */
export const RetentionOfRecordSchema = z.object({
  /** `YYYY-MM-DD`; nothing while it is open. */
  endsOn: z.string().nullable(),
  held: z.boolean(),
  destroyed: z.boolean(),
  /** For whoever decides on it. */
  review: RetentionRowSchema.nullable().default(null),
});
export type RetentionOfRecord = z.infer<typeof RetentionOfRecordSchema>;
