import {
  MarksSchema,
  NamedPersonSchema,
  OpeningSchema,
  RetentionOfRecordSchema,
} from '@imsa-hub/core';
import { LimitSchema, RecordedEventSchema } from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import {
  ConsentSchema,
  FactSchema,
  InterpreterValueSchema,
  KeyOutcomeSchema,
  LegalRequestKindSchema,
  NrmConsentSchema,
  WaitCategorySchema,
} from '../vocabulary';
import { BoardRowSchema } from './board';
import {
  AccessLineSchema,
  ClosingSchema,
  DocumentSummarySchema,
  EntrySchema,
  FileSummarySchema,
  HandoverSchema,
  OpinionSchema,
  OutcomesSchema,
  SafetyCheckSchema,
  SpecialistSchema,
  SpendSchema,
  StatementSchema,
  TaskSchema,
} from './parts';

/** The whole record, as far as it is this reader's to see. */
export const EscalationRecordSchema = BoardRowSchema.extend({
  /** `whole`, or for a raiser who has no part in it any more: what they wrote. */
  scope: z.enum(['whole', 'what-i-wrote']),
  /** What was asked and answered when it was raised, as it was worded. */
  submission: z.object({
    number: z.number(),
    at: z.string(),
    by: NamedPersonSchema,
    pages: z.array(
      z.object({
        page: z.string(),
        title: z.string(),
        answers: z.array(
          z.object({ field: z.string(), label: z.string(), text: z.string() }),
        ),
      }),
    ),
  }),
  returnedFor: z.string().nullable(),
  askedOfHub: z.string(),
  /** What the guard marked in why it was returned. */
  returnedForMarked: MarksSchema.optional(),
  optionsExplained: z.string(),
  consent: ConsentSchema,
  consentOverride: z.string().nullable(),
  nrmConsent: NrmConsentSchema,
  nrmRefusedWhy: z.string().nullable(),
  statements: z.array(StatementSchema),
  /** What happened, in the order it was recorded, with what was struck out. */
  events: z.array(RecordedEventSchema).default([]),
  encounters: z.array(
    z.object({
      id: z.string().default(''),
      struck: z.boolean().default(false),
      date: z.string(),
      interpreter: InterpreterValueSchema,
      note: z.string().nullable(),
      marked: MarksSchema.optional(),
    }),
  ),
  legalRequests: z.array(
    z.object({
      id: z.string().default(''),
      struck: z.boolean().default(false),
      kind: LegalRequestKindSchema,
      received: z.string(),
      due: z.string().nullable(),
      from: z.string(),
      /** What was done about it; nothing while it is open. */
      answered: z
        .object({ on: z.string(), text: z.string() })
        .nullable()
        .default(null),
      marked: MarksSchema.optional(),
    }),
  ),
  limits: z.array(LimitSchema),
  subjectOrganisation: z
    .object({ id: z.string(), name: z.string() })
    .nullable(),
  waiting: z
    .object({ category: WaitCategorySchema, until: z.string().nullable() })
    .nullable(),
  entries: z.array(EntrySchema),
  /** Older entries than these: hand this back. */
  olderEntries: z.string().nullable(),
  tasks: z.array(TaskSchema),
  opinions: z.array(OpinionSchema),
  spends: z.array(SpendSchema),
  safetyChecks: z.array(SafetyCheckSchema),
  documents: z.array(DocumentSummarySchema),
  files: z.array(FileSummarySchema),
  access: z.array(AccessLineSchema),
  handover: HandoverSchema.nullable(),
  /** Of the newest closing. */
  outcomes: OutcomesSchema,
  /** Those before it, the newest first: it was reopened since. */
  earlierClosings: z.array(ClosingSchema).default([]),
  /** When what stands here was closed; nothing before the first closing. */
  outcomesAt: z.string().nullable().default(null),
  specialists: z.array(SpecialistSchema).default([]),
  keyOutcomes: z.array(KeyOutcomeSchema),
  learningPoint: z.string().nullable(),
  structuralIssue: z.string().nullable(),
  /** What the guard marked in what others can learn from it. */
  learningMarked: MarksSchema.optional(),
  /** The query of the advice line it came from, if this reader may see that. */
  fromQuery: z.object({ id: z.string(), reference: z.string() }).nullable(),
  /** What a type's own questions were answered with, in words. */
  extra: z.array(z.object({ label: z.string(), text: z.string() })),
  factsThatCanChange: z.array(FactSchema),
  retention: RetentionOfRecordSchema,
  /** Why this reader may not advise on this case, where it is immigration's. */
  immigrationGate: z.string().nullable().default(null),
  openedByBreakGlassUntil: z.string().nullable(),
  /** For the desk: who opened it by break-glass, and why. */
  openings: z.array(OpeningSchema).optional(),
  /** What the confidentiality guard marked, by kind. */
  marked: MarksSchema,
});
export type EscalationRecord = z.infer<typeof EscalationRecordSchema>;
