import { IdSchema } from '@imsa-hub/core';
import { z } from 'zod';

/** Why somebody else's records are exported. Codes, because the ledger keeps them. */
export const EXPORT_REASONS = [
  'asked-by-person',
  'asked-for-person',
  'legal-duty',
] as const;
export const ExportReasonSchema = z.enum(EXPORT_REASONS);
export type ExportReason = z.infer<typeof ExportReasonSchema>;

export const EXPORT_REASON_NAMES: Readonly<Record<ExportReason, string>> = {
  'asked-by-person': 'They asked for it',
  'asked-for-person': 'Somebody asked who may act for them',
  'legal-duty': 'A court or regulator requires it',
};

/** Why details of somebody who left are kept for now. */
export const HOLD_REASONS = [
  'complaint',
  'legal-claim',
  'inquiry',
  'safeguarding',
] as const;
export const HoldReasonSchema = z.enum(HOLD_REASONS);
export type HoldReason = z.infer<typeof HoldReasonSchema>;

export const HOLD_REASON_NAMES: Readonly<Record<HoldReason, string>> = {
  complaint: 'A complaint is open',
  'legal-claim': 'A legal claim is open or expected',
  inquiry: 'A regulator or inquiry may ask',
  safeguarding: 'A safeguarding matter is open',
};

/** Why a person's details are erased. */
export const ERASURE_REASONS = [
  'asked-by-person',
  'no-longer-needed',
  'entered-in-error',
] as const;
export const ErasureReasonSchema = z.enum(ERASURE_REASONS);
export type ErasureReason = z.infer<typeof ErasureReasonSchema>;

export const ERASURE_REASON_NAMES: Readonly<Record<ErasureReason, string>> = {
  'asked-by-person': 'They asked for it',
  'no-longer-needed': 'Their details are not needed any more',
  'entered-in-error': 'They were entered by mistake',
};

/** Where an erasure stands. `confirmed` is being carried out. */
export const ERASURE_STATUSES = [
  'asked',
  'confirmed',
  'done',
  'declined',
  'withdrawn',
] as const;
export const ErasureStatusSchema = z.enum(ERASURE_STATUSES);
export type ErasureStatus = z.infer<typeof ErasureStatusSchema>;

export const ERASURE_STATUS_NAMES: Readonly<Record<ErasureStatus, string>> = {
  asked: 'Waiting for a second person',
  confirmed: 'Being carried out',
  done: 'Erased',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

/** `POST /people/:personId/subject-access` */
export const ExportRequestSchema = z.strictObject({
  reason: ExportReasonSchema,
});
/** `POST /people/:personId/erasure` */
export const AskErasureSchema = z.strictObject({ reason: ErasureReasonSchema });
/** `POST /people/:personId/hold` */
export const PlaceHoldSchema = z.strictObject({ reason: HoldReasonSchema });
/** A request that says nothing but that it is made. */
export const NothingMoreSchema = z.strictObject({});

/** A value in an export. */
export const SubjectValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()).readonly(),
]);

/** One table of what is held. */
export const SubjectSectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  lead: z.string().optional(),
  fields: z.record(z.string(), z.string()).readonly(),
  rows: z.array(z.record(z.string(), SubjectValueSchema).readonly()).readonly(),
});

/** Everything held on a person, as one record. */
export const SubjectExportSchema = z.object({
  madeAt: z.iso.datetime(),
  person: z.object({ id: IdSchema, name: z.string() }),
  about: z.array(z.string()),
  sections: z.array(SubjectSectionSchema),
});
export type SubjectExport = z.infer<typeof SubjectExportSchema>;

/** The same twice: to be read by programs, and by people. */
export const SubjectAnswerSchema = z.object({
  record: SubjectExportSchema,
  /** A whole HTML document without scripts. */
  html: z.string(),
});
export type SubjectAnswer = z.infer<typeof SubjectAnswerSchema>;

/** What can be done with an erasure. */
export const ErasureActionSchema = z.enum(['confirm', 'decline', 'withdraw']);
export type ErasureAction = z.infer<typeof ErasureActionSchema>;

/** An erasure as those who decide on it see it: a reference, never a name. */
export const ErasureViewSchema = z.object({
  id: IdSchema,
  personId: IdSchema,
  /** Short, to be said to each other. */
  personReference: z.string(),
  reason: ErasureReasonSchema,
  status: ErasureStatusSchema,
  askedAt: z.iso.datetime(),
  askedBy: z.string(),
  decidedAt: z.iso.datetime().optional(),
  decidedBy: z.string().optional(),
  allowedActions: z.array(ErasureActionSchema),
});
export type ErasureView = z.infer<typeof ErasureViewSchema>;

/** `GET /erasures`: those that are open, then the latest others. */
export const ErasureListSchema = z.object({
  erasures: z.array(ErasureViewSchema),
});

/** `GET /people/:personId/subject-access` */
export const SubjectAccessStateSchema = z.object({
  hold: z
    .object({ reason: HoldReasonSchema, placedAt: z.iso.datetime() })
    .nullable(),
  erasure: ErasureViewSchema.nullable(),
  erasedAt: z.iso.datetime().nullable(),
  /** Why their details cannot be erased now, in words. */
  cannotEraseBecause: z.string().nullable(),
  allowedActions: z.array(
    z.enum(['export', 'place-hold', 'lift-hold', 'ask-erasure']),
  ),
});
export type SubjectAccessState = z.infer<typeof SubjectAccessStateSchema>;
