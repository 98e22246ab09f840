import {
  KnowledgeAreaSchema,
  MarksSchema,
  NamedPersonSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import {
  CaseOutcomeSchema,
  EntryKindSchema,
  FileStateSchema,
  KeyOutcomeSchema,
  PartSchema,
  SafetyResultSchema,
  SafetySubjectSchema,
  StatementKindSchema,
} from '../vocabulary';

/** An entry of the timeline. It never changes. */
export const EntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: EntryKindSchema,
  by: NamedPersonSchema.nullable(),
  /** What happened, in plain words without content; absent for written kinds. */
  summary: z.string().nullable(),
  /** Opened text. */
  text: z.string().nullable(),
  /** For a changed fact: what it was before, in words. */
  before: z.string().nullable(),
  /** What the confidentiality guard marked in it, by kind. */
  marked: MarksSchema.optional(),
});
export type Entry = z.infer<typeof EntrySchema>;

export const StatementSchema = z.object({
  kind: StatementKindSchema,
  /** From 1; the newest counts. */
  version: z.number(),
  /** The day of bringing, where {@link StatementSchema} says `asBrought`. */
  saidOn: z.string(),
  /** It came with the case: on which day it was said is not known. */
  asBrought: z.boolean(),
  recordedBy: NamedPersonSchema,
  recordedAt: z.string(),
  text: z.string(),
  marked: MarksSchema.optional(),
});
export type Statement = z.infer<typeof StatementSchema>;

export const TaskSchema = z.object({
  id: z.string(),
  title: z.string(),
  owner: NamedPersonSchema,
  dueOn: z.string(),
  state: z.enum(['open', 'done', 'dropped']),
  overdue: z.boolean(),
  settledAt: z.string().nullable(),
  marked: MarksSchema.optional(),
});
export type Task = z.infer<typeof TaskSchema>;

export const OpinionSchema = z.object({
  id: z.string(),
  askedOf: NamedPersonSchema,
  askedBy: NamedPersonSchema,
  askedAt: z.string(),
  question: z.string(),
  givenAt: z.string().nullable(),
  text: z.string().nullable(),
  /** Whoever was asked has left, and it will not come. */
  lapsedAt: z.string().nullable(),
  /** Whether this reader is the one who was asked. */
  mine: z.boolean(),
  marked: MarksSchema.optional(),
});
export type Opinion = z.infer<typeof OpinionSchema>;

export const SpendSchema = z.object({
  id: z.string(),
  purpose: z.string(),
  /** In pence. */
  amount: z.number(),
  alternativesTried: z.string(),
  proposedBy: NamedPersonSchema,
  proposedAt: z.string(),
  state: z.enum(['proposed', 'approved', 'refused']),
  decidedBy: NamedPersonSchema.nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  marked: MarksSchema.optional(),
});
export type Spend = z.infer<typeof SpendSchema>;

export const SafetyCheckSchema = z.object({
  id: z.string(),
  subject: SafetySubjectSchema,
  checked: z.string(),
  result: SafetyResultSchema,
  marked: MarksSchema.optional(),
  by: NamedPersonSchema,
  at: z.string(),
});
export type SafetyCheck = z.infer<typeof SafetyCheckSchema>;

export const DocumentSummarySchema = z.object({
  id: z.string(),
  templateId: z.string(),
  title: z.string(),
  version: z.number(),
  by: NamedPersonSchema,
  at: z.string(),
  /** SHA-256 of the version as it was rendered, hexadecimal. */
  hash: z.string(),
  marked: MarksSchema.optional(),
});
export type DocumentSummary = z.infer<typeof DocumentSummarySchema>;

export const FileSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What it is by its content: `application/pdf`. */
  type: z.string(),
  /** In bytes. */
  size: z.number(),
  marked: MarksSchema.optional(),
  hash: z.string(),
  by: NamedPersonSchema,
  at: z.string(),
  state: FileStateSchema,
});
export type FileSummary = z.infer<typeof FileSummarySchema>;

/** An outside specialist who was named for a case; the newest counts. */
export const SpecialistSchema = z.object({
  id: z.string(),
  who: z.string(),
  contact: z.string(),
  mayShare: z.string(),
  survivorAgreedOn: z.string(),
  namedBy: NamedPersonSchema,
  namedAt: z.string(),
  marked: MarksSchema.optional(),
});
export type Specialist = z.infer<typeof SpecialistSchema>;

/** What came of each area, and why. */
export const OutcomesSchema = z.array(
  z.object({
    area: KnowledgeAreaSchema,
    result: CaseOutcomeSchema,
    why: z.string(),
    marked: MarksSchema.optional(),
  }),
);

/** One closing of a case and what came of it. */
export const ClosingSchema = z.object({
  /** From 1. */
  number: z.number(),
  at: z.string(),
  by: NamedPersonSchema.nullable(),
  outcomes: OutcomesSchema,
  keyOutcomes: z.array(KeyOutcomeSchema),
  learningPoint: z.string().nullable(),
  structuralIssue: z.string().nullable(),
  /** What the guard marked in what others can learn from it. */
  learningMarked: MarksSchema.optional(),
});
export type Closing = z.infer<typeof ClosingSchema>;

/** Somebody who can see the case, and why. */
export const AccessLineSchema = z.object({
  person: NamedPersonSchema,
  part: PartSchema,
  since: z.string(),
});

export const HandoverSchema = z.object({
  from: NamedPersonSchema,
  to: NamedPersonSchema,
  offeredAt: z.string(),
  acceptedAt: z.string().nullable(),
});
