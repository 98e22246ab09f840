import {
  JourneyPageSchema,
  MarksSchema,
  NamedPersonSchema,
} from '@imsa-hub/core';
import { LimitSchema } from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import { EscalationRecordSchema } from './record';

/** Whether somebody at the Hub decided that a draft may be brought all the same. */
export const ConsentDecisionSchema = z.object({
  /** `none`: not asked, or not for what the draft says now. */
  state: z.enum(['none', 'waiting', 'granted', 'refused']),
  askedAt: z.string().nullable(),
  by: NamedPersonSchema.nullable(),
  reason: z.string().nullable(),
});
export type ConsentDecision = z.infer<typeof ConsentDecisionSchema>;

/** What whoever decides is shown: the request, and nothing of the draft. */
export const ConsentRequestsSchema = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      askedBy: NamedPersonSchema,
      askedAt: z.string(),
      why: z.string(),
      marked: MarksSchema.optional(),
    }),
  ),
});
export type ConsentRequests = z.infer<typeof ConsentRequestsSchema>;

/** A draft as its author sees it; nobody else does. */
export const DraftSchema = z.object({
  id: z.string(),
  version: z.number(),
  type: z.object({ id: z.string(), title: z.string() }),
  /** The escalation that was returned, if the draft mends one. */
  escalationId: z.string().nullable(),
  returnedFor: z.string().nullable(),
  fromQuery: z.object({ id: z.string(), reference: z.string() }).nullable(),
  pages: z.array(JourneyPageSchema),
  answers: z.record(z.string(), z.unknown()),
  /** Ids of the pages that are reached and have nothing to mend. */
  done: z.array(z.string()),
  problems: z.array(
    z.object({ page: z.string(), field: z.string(), message: z.string() }),
  ),
  /** All that was answered, in words, for checking. */
  inWords: EscalationRecordSchema.shape.submission.shape.pages,
  limits: z.array(LimitSchema),
  consentDecision: ConsentDecisionSchema.default({
    state: 'none',
    askedAt: null,
    by: null,
    reason: null,
  }),
  savedAt: z.string(),
});
export type Draft = z.infer<typeof DraftSchema>;

export const DraftListSchema = z.object({
  drafts: z.array(
    z.object({
      id: z.string(),
      typeTitle: z.string(),
      caseReference: z.string().nullable(),
      savedAt: z.string(),
      returned: z.boolean(),
    }),
  ),
  /** Cases that were returned to this person and have no draft yet. */
  toMend: z
    .array(
      z.object({
        id: z.string(),
        reference: z.string(),
        caseReference: z.string(),
        returnedAt: z.string(),
      }),
    )
    .default([]),
});
export type DraftList = z.infer<typeof DraftListSchema>;

/** What of a query carries over into a case, before anything is copied. */
export const CarryOverResponseSchema = z.object({
  query: z.object({ id: z.string(), reference: z.string() }),
  pages: EscalationRecordSchema.shape.submission.shape.pages,
  limits: z.array(LimitSchema),
});
export type CarryOverResponse = z.infer<typeof CarryOverResponseSchema>;

export const LimitsResponseSchema = z.object({ limits: z.array(LimitSchema) });

/** What begins a draft, and what raising one answers with. */
export const BegunDraftSchema = z.object({ id: z.string() });
export const RaisedCaseSchema = z.object({
  id: z.string(),
  reference: z.string(),
});
