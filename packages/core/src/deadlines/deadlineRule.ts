import { z } from 'zod';
import { CalendarDateSchema } from '../dates';
import { NationSchema } from '../vocabulary';

/** The id of a rule, an event or a fact: lower-case words joined by hyphens. */
export const DeadlineIdSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Use lower-case words joined by hyphens',
  });
const WordsSchema = z.string().trim().min(1);
const count = (most: number) => z.int().min(1).max(most).optional();
const wholeDaysOfHours = z.int().min(0).max(8760).multipleOf(24, {
  error: 'Events are known to the day, so hours go in steps of 24',
});

/**
 * How long a limit runs: exactly one of hours (in steps of 24), days, weeks,
 * months, years, or working days of the nation.
 */
export const PeriodSchema = z
  .strictObject({
    hours: wholeDaysOfHours.min(24).optional(),
    days: count(5000),
    weeks: count(500),
    months: count(240),
    years: count(50),
    workingDays: count(500),
  })
  .refine(
    period => Object.values(period).filter(v => v !== undefined).length === 1,
    {
      error:
        'Give exactly one of hours, days, weeks, months, years, workingDays',
    },
  );
export type Period = z.infer<typeof PeriodSchema>;

/** A limit binds, an aim does not, a minimum period protects. */
export const DeadlineKindSchema = z.enum(['limit', 'aim', 'minimum-period']);
export const DayOfNoticeSchema = z.enum(['included', 'excluded']);
export const ClosedDaySchema = z.enum([
  'none',
  'next-working-day',
  'next-court-opening',
]);
/** `secondary`: no primary text was read. */
export const ConfidenceSchema = z.enum(['primary', 'secondary']);

/** A further date that changes a limit, and how to ask for it. */
export const DeadlineFactSchema = z.strictObject({
  id: DeadlineIdSchema,
  question: WordsSchema,
});
export type DeadlineFact = z.infer<typeof DeadlineFactSchema>;

/**
 * One limit in law or guidance, as data. A rule is a reminder with its source,
 * not legal advice.
 *
 * - `eventId`, `event`: what starts it, as an id and in plain words.
 * - `dayOfNotice`: whether the day of the event is day one.
 * - `postAllowanceHours`: added before counting, for a letter to arrive.
 * - `closedDay`: where a limit goes that falls on a weekend or bank holiday.
 * - `extensions`: days added when the fact fell within the period.
 * - `endsEarlier`: the fact ends the period if it comes first.
 * - `lateLimit`: the last day on which a late request can still be made.
 * - `followOn`: ids of the rules that the answer to this step can start.
 * - `effectiveFrom`, `effectiveTo`: events from the first, before the second.
 * - `confidence`: `secondary` when no primary text was read.
 */
export const DeadlineRuleSchema = z
  .strictObject({
    id: DeadlineIdSchema,
    title: WordsSchema,
    eventId: DeadlineIdSchema,
    event: WordsSchema,
    nations: z
      .array(NationSchema)
      .min(1)
      .refine(nations => new Set(nations).size === nations.length, {
        error: 'A nation is named twice',
      }),
    kind: DeadlineKindSchema,
    period: PeriodSchema,
    dayOfNotice: DayOfNoticeSchema,
    postAllowanceHours: wholeDaysOfHours.default(0),
    closedDay: ClosedDaySchema.default('none'),
    extensions: z
      .array(
        z.strictObject({
          fact: DeadlineFactSchema,
          days: z.int().min(1).max(366),
          words: WordsSchema,
        }),
      )
      .default([]),
    endsEarlier: z
      .strictObject({ fact: DeadlineFactSchema, words: WordsSchema })
      .optional(),
    lateLimit: z
      .strictObject({ period: PeriodSchema, words: WordsSchema })
      .optional(),
    followOn: z.array(DeadlineIdSchema).default([]),
    supersedes: DeadlineIdSchema.optional(),
    authority: WordsSchema,
    source: WordsSchema,
    sourceUrl: z.url({ protocol: /^https$/ }).optional(),
    reviewedOn: CalendarDateSchema,
    effectiveFrom: CalendarDateSchema.optional(),
    effectiveTo: CalendarDateSchema.optional(),
    confidence: ConfidenceSchema,
    caution: WordsSchema.optional(),
  })
  .refine(
    ({ effectiveFrom, effectiveTo }) =>
      !effectiveFrom || !effectiveTo || effectiveFrom < effectiveTo,
    { path: ['effectiveTo'], error: 'Ends before it begins' },
  );
export type DeadlineRule = z.infer<typeof DeadlineRuleSchema>;

/** The further dates that a rule can make use of, to be asked for by name. */
export function factsAskedBy(rule: DeadlineRule): DeadlineFact[] {
  const facts = rule.extensions.map(extension => extension.fact);
  return rule.endsEarlier ? [...facts, rule.endsEarlier.fact] : facts;
}

/** A rule as written in YAML, before defaults are filled in. */
export type DeadlineRuleInput = z.input<typeof DeadlineRuleSchema>;

/** Whether a rule applies to an event on that day (`YYYY-MM-DD`). */
export function isInForce({
  rule,
  onDate,
}: {
  rule: DeadlineRule;
  onDate: string;
}): boolean {
  if (rule.effectiveFrom && onDate < rule.effectiveFrom) return false;
  return !rule.effectiveTo || onDate < rule.effectiveTo;
}
