import {
  KnowledgeAreaSchema,
  NamedPersonSchema,
  NationSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import {
  EscalationActionSchema,
  EscalationStatusSchema,
  EscalationTierSchema,
  LevelSchema,
  RegionSchema,
  RiskFlagSchema,
} from '../vocabulary';

/** When the state it is in should be left. */
export const TargetSchema = z.object({
  /** What is due: "Accept or return it". */
  what: z.string(),
  dueAt: z.string().nullable(),
  state: z.enum(['on-time', 'close', 'late', 'none']),
});

export const BoardRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  type: z.object({ id: z.string(), title: z.string() }),
  status: EscalationStatusSchema,
  level: LevelSchema,
  caseReference: z.string(),
  nation: NationSchema,
  region: RegionSchema,
  areas: z.array(KnowledgeAreaSchema),
  tier: EscalationTierSchema,
  risks: z.array(RiskFlagSchema),
  raisedAt: z.string(),
  raisedBy: NamedPersonSchema,
  lead: NamedPersonSchema.nullable(),
  handler: NamedPersonSchema.nullable(),
  nextLimit: z.object({ date: z.string(), title: z.string() }).nullable(),
  target: TargetSchema,
  openTasks: z.number(),
  /** It shows what this reader wrote, and nothing that others made of it. */
  ownWordsOnly: z.boolean().default(false),
  allowedActions: z.array(EscalationActionSchema),
});
export type BoardRow = z.infer<typeof BoardRowSchema>;

export const BoardResponseSchema = z.object({
  rows: z.array(BoardRowSchema),
  next: z.string().nullable(),
});
export type BoardResponse = z.infer<typeof BoardResponseSchema>;

/** How much each handler has open, for those who give work. */
export const LoadResponseSchema = z.object({
  people: z.array(
    z.object({ person: NamedPersonSchema, open: z.number(), late: z.number() }),
  ),
});
