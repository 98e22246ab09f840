import { KnowledgeAreaSchema, NationSchema } from '@imsa-hub/core';
import { z } from 'zod';
import {
  ConsentSchema,
  EscalationTierSchema,
  InterpreterValueSchema,
  LegalRequestKindSchema,
  NrmConsentSchema,
  RegionSchema,
  RiskFlagSchema,
} from './vocabulary';

/** How a case is known: a reference that tells nobody who it is. */
export const CASE_REFERENCE_PATTERN =
  '^[A-Z]{1,6}[-/ ]?[0-9]{1,8}([-/][0-9]{1,4})?$';

/** Where a journey ends: its answers are checked there. No page has this id. */
export const CHECK_PAGE = 'check-your-answers';

/** Which one on record an item mends; nothing where it is new. */
const ItemId = z.string().optional();

/**
 * What the pages that every escalation has are answered with. Questions of a
 * type come beside these, under their own names.
 */
export const CoreAnswersSchema = z.object({
  caseReference: z.string(),
  nation: NationSchema,
  region: RegionSchema,
  areas: z.array(KnowledgeAreaSchema),
  askedOfHub: z.string(),
  optionsExplained: z.string(),
  /** In the survivor's words as far as possible. */
  choice: z.string(),
  justice: z.string().default(''),
  safetyPlan: z.string().default(''),
  consent: ConsentSchema,
  /** Where there is no consent and the writer may go on: why. */
  consentOverride: z.string().default(''),
  encounters: z
    .array(
      z.object({
        id: ItemId,
        date: z.string(),
        interpreter: InterpreterValueSchema,
        note: z.string().optional(),
      }),
    )
    .default([]),
  risks: z.array(RiskFlagSchema).default([]),
  nrmConsent: NrmConsentSchema,
  nrmRefusedWhy: z.string().default(''),
  events: z
    .array(
      z.object({
        id: ItemId,
        ruleId: z.string(),
        date: z.string(),
        facts: z.record(z.string(), z.string()).optional(),
      }),
    )
    .default([]),
  organisation: z.string().default(''),
  tier: EscalationTierSchema,
  legalRequests: z
    .array(
      z.object({
        id: ItemId,
        kind: LegalRequestKindSchema,
        received: z.string(),
        due: z.string().optional(),
        from: z.string(),
      }),
    )
    .default([]),
});
export type CoreAnswers = z.infer<typeof CoreAnswersSchema>;
