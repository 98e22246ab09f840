import {
  CalendarDateSchema,
  ClosedDaySchema,
  ConfidenceSchema,
  DayOfNoticeSchema,
  DeadlineIdSchema,
  DeadlineRuleSchema,
  NationSchema,
  PeriodSchema,
  openText,
  plainText,
  VersionSchema,
} from '@imsa-hub/core';
import { z } from 'zod';
import { HorizonSchema } from './limitContracts';

/** Longest texts of a rule, in UTF-16 code units. */
export const RULE_TEXT = 500;

const words = (empty: string, max = RULE_TEXT) => plainText({ max, empty });
const SourceUrlSchema = z
  .url({ protocol: /^https$/, error: 'Enter an address that begins https://' })
  .max(RULE_TEXT);

/**
 * Why something was changed; shown to every reader of the rules and kept for
 * good, so what could surely tell who somebody is is not taken.
 */
export const ReasonSchema = openText({
  max: 1_000,
  empty: 'Give a reason',
  least: 'sure',
});

/** The special parts of a rule that its successor can keep. */
export const KeepableSchema = z.enum([
  'extensions',
  'endsEarlier',
  'lateLimit',
  'followOn',
]);
export type Keepable = z.infer<typeof KeepableSchema>;

const distinct = <T extends z.ZodType>(item: T) =>
  z.array(item).refine(list => new Set(list).size === list.length, {
    error: 'Name each one once',
  });

/** A rule that takes another's place. What it does not say stays the same. */
export const SuccessorSchema = z.strictObject({
  title: words('Say what has to be done'),
  nations: distinct(NationSchema).min(1, 'Choose where it holds'),
  period: PeriodSchema,
  dayOfNotice: DayOfNoticeSchema,
  postAllowanceHours: z.int().min(0).max(8_760).multipleOf(24),
  closedDay: ClosedDaySchema,
  authority: words('Name the Act, regulation or guidance'),
  source: words('Say where this was read'),
  sourceUrl: SourceUrlSchema.optional(),
  confidence: ConfidenceSchema,
  caution: words('Say what to be careful about').optional(),
  keeps: distinct(KeepableSchema),
});
export type Successor = z.infer<typeof SuccessorSchema>;

/** `POST /rules/:ruleId/end`. The version is the one that was read. */
export const EndRuleSchema = z.strictObject({
  version: VersionSchema,
  /** The first day whose events it no longer covers. */
  effectiveTo: CalendarDateSchema,
  successor: SuccessorSchema.optional(),
  reason: ReasonSchema,
});
export type EndRule = z.infer<typeof EndRuleSchema>;

/** `POST /rules/:ruleId/review`: it was read again today and still holds. */
export const ReviewRuleSchema = z.strictObject({
  version: VersionSchema,
  confidence: ConfidenceSchema,
  source: words('Say where this was read'),
  sourceUrl: SourceUrlSchema.optional(),
  reason: ReasonSchema,
});
export type ReviewRule = z.infer<typeof ReviewRuleSchema>;

/** Whether a rule is for events of today. */
export const RuleStandingSchema = z.enum(['in-force', 'to-come', 'ended']);
export type RuleStanding = z.infer<typeof RuleStandingSchema>;

/** A rule in the list. */
export const RuleSummarySchema = z.object({
  rule: DeadlineRuleSchema,
  standing: RuleStandingSchema,
  /** `shipped` as it came with the hub; `hub` once somebody changed it here. */
  origin: z.enum(['shipped', 'hub']),
  /** An update brought other words than the Hub decided on. */
  hasNewerShipped: z.boolean(),
});
export type RuleSummary = z.infer<typeof RuleSummarySchema>;

/** Answer of `GET /rules`. */
export const RuleListSchema = z.object({
  rules: z.array(RuleSummarySchema),
  horizon: HorizonSchema,
  /** Rules of an update that do not fit what the Hub decided, by title. */
  setAside: z.array(z.string()),
});
export type RuleList = z.infer<typeof RuleListSchema>;

export const RuleActionSchema = z.enum(['review', 'end', 'start-successor']);
export type RuleAction = z.infer<typeof RuleActionSchema>;

/** What somebody decided about a rule. */
export const RuleChangeSchema = z.enum(['reviewed', 'ended', 'started']);
export type RuleChange = z.infer<typeof RuleChangeSchema>;

/** Answer of `GET /rules/:ruleId` and of every change. */
export const RuleRecordSchema = RuleSummarySchema.extend({
  version: VersionSchema,
  /** How it counts, step by step, in words. */
  counting: z.array(z.string()),
  /** What took its place. */
  successors: z.array(
    z.object({
      id: DeadlineIdSchema,
      title: z.string(),
      nations: z.array(NationSchema),
    }),
  ),
  predecessor: z.object({ id: DeadlineIdSchema, title: z.string() }).optional(),
  /** Where nothing has taken its place. */
  openNations: z.array(NationSchema),
  /** What the update brought instead, where there is such. */
  newerShipped: DeadlineRuleSchema.optional(),
  /** Newest first. */
  history: z.array(
    z.object({
      id: z.string(),
      change: RuleChangeSchema,
      at: z.string(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
  allowedActions: z.array(RuleActionSchema),
});
export type RuleRecord = z.infer<typeof RuleRecordSchema>;
