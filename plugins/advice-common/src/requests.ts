import {
  breakGlassRequest,
  CursorSchema,
  GivenReasonSchema,
  IdSchema,
  KnowledgeAreaSchema,
  LONG_TEXT,
  NationSchema,
  openText,
  plainText,
  REASON_TEXT,
  toldReference,
  VersionSchema,
  versioned,
} from '@imsa-hub/core';
import { HappenedSchema } from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import {
  AskerKindSchema,
  ClockStopCategorySchema,
  HelpedSchema,
  InterpreterNeedSchema,
  OutcomeResultSchema,
  ReplyKindSchema,
  SafetyAnswerSchema,
  TierSchema,
} from './vocabulary';

export { LONG_TEXT, REASON_TEXT };
export {
  CorrectEventRequestSchema,
  type CorrectEventRequest,
} from '@imsa-hub/deadlines-common';

const reason = GivenReasonSchema;

/** The answers to the explicit safety questions. */
export const SafetyAnswersSchema = z.strictObject({
  'nowhere-safe-tonight': SafetyAnswerSchema,
  'contact-with-exploiter': SafetyAnswerSchema,
  'removal-eviction-or-detention': SafetyAnswerSchema,
});
export type SafetyAnswers = z.infer<typeof SafetyAnswersSchema>;

const about = {
  question: plainText({ max: LONG_TEXT, empty: 'Enter the question' }),
  nation: NationSchema,
  areas: z
    .array(KnowledgeAreaSchema)
    .min(1, 'Choose at least one area, or the closest')
    .max(11)
    .refine(areas => new Set(areas).size === areas.length, {
      message: 'Choose each area once',
    }),
  /** Who could act on the advice: "housing officer", or nobody yet. */
  whoCanAct: plainText({ max: 300, min: 0 }).default(''),
  safety: SafetyAnswersSchema,
  /** How and when it is safe to reach the asker; sealed. */
  safeContact: plainText({ max: 2_000, min: 0 }).default(''),
  /** BCP 47 code of the asker's language. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)
    .default('en'),
  interpreter: InterpreterNeedSchema,
  events: z.array(HappenedSchema).max(20).default([]),
};

/** What a question about somebody under 18 is answered with. */
export const UNDER_18_MESSAGE =
  'We do not take questions about somebody under 18. Turn to children’s services of the local council, whose duty it is to help. Nothing of this question was kept.';

/**
 * Whether the person is under 18; with "yes" nothing else is taken. It is asked
 * each time and stored nowhere.
 */
export const Under18Schema = z.enum(['no', 'not-known'], {
  error: ({ input }) =>
    input === 'yes' ? UNDER_18_MESSAGE : 'Say whether the person is under 18',
});

/** Somebody to turn to. */
const ContactSchema = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
  about: z.string(),
});
export type Contact = z.infer<typeof ContactSchema>;

/** Whom to turn to where somebody is, or may be, under 18. */
export const ChildrenContactsSchema = z.object({
  /** Who can be rung from anywhere in the United Kingdom. */
  everywhere: z.array(ContactSchema),
  nations: z.record(
    NationSchema,
    z.object({
      /** What holds there, in one sentence. */
      first: z.string(),
      contacts: z.array(ContactSchema),
    }),
  ),
});
export type ChildrenContacts = z.infer<typeof ChildrenContactsSchema>;

/** A question asked in the console. */
export const AskRequestSchema = z.strictObject({
  under18: Under18Schema,
  ...about,
  /** Id of the organisation of the register it is about, if any. */
  subjectOrganisationId: IdSchema.nullable().default(null),
  /** Made by the page once, so that a double click asks once. */
  requestKey: IdSchema,
});
export type AskRequest = z.infer<typeof AskRequestSchema>;

/** A call logged by Hub staff for somebody who rang. */
export const LogCallRequestSchema = z.strictObject({
  under18: Under18Schema,
  ...about,
  askerKind: AskerKindSchema,
  /** Whether the caller wants a receipt code read out, to see the reply. */
  giveReceiptCode: z.boolean().default(false),
  subjectOrganisationId: IdSchema.nullable().default(null),
  requestKey: IdSchema,
});
export type LogCallRequest = z.infer<typeof LogCallRequestSchema>;

/** What the public form hands over. No name, no address is asked for. */
export const PublicQuestionSchema = z.strictObject({
  ...about,
  askerKind: AskerKindSchema,
  /** The service it is about, as the asker writes it; sealed, matched in triage. */
  aboutService: plainText({ max: 300, min: 0 }).default(''),
  requestKey: IdSchema,
});
export type PublicQuestion = z.infer<typeof PublicQuestionSchema>;

export const TriageRequestSchema = z.strictObject({
  ...versioned,
  tier: TierSchema,
  reason,
  /** For `advice`: the role of who can act on it. Stored in the clear. */
  professionalRole: openText({ max: 120, min: 0 }).default(''),
  /** For `intervention-only`: exactly one issue. */
  issueArea: KnowledgeAreaSchema.nullable().default(null),
  highRisk: z.boolean(),
  areas: about.areas,
  subjectOrganisationId: IdSchema.nullable(),
});
export type TriageRequest = z.infer<typeof TriageRequestSchema>;

export const ClaimRequestSchema = z.strictObject({ ...versioned });
export const AssignRequestSchema = z.strictObject({
  ...versioned,
  personId: IdSchema,
  reason,
});
export type AssignRequest = z.infer<typeof AssignRequestSchema>;
export const RecuseRequestSchema = z.strictObject({
  ...versioned,
  reason,
  /** The person who takes over, where the one stepping back owns it. */
  handOverTo: IdSchema.nullable().default(null),
});
export type RecuseRequest = z.infer<typeof RecuseRequestSchema>;

export const DraftRequestSchema = z.strictObject({
  ...versioned,
  body: plainText({ max: LONG_TEXT, empty: 'Write the reply' }),
  kind: ReplyKindSchema,
  templateId: IdSchema.nullable().default(null),
  templateVersion: VersionSchema.nullable().default(null),
  /** Rules and sources it rests on, as people cite them. */
  cites: z
    .array(plainText({ max: 300 }))
    .max(20)
    .default([]),
});
export type DraftRequest = z.infer<typeof DraftRequestSchema>;
export const SecondReaderRequestSchema = z.strictObject({
  ...versioned,
  /** Nobody named: anyone who may read it. */
  personId: IdSchema.nullable().default(null),
});
export const SendRequestSchema = z.strictObject({
  ...versioned,
  /** Needed when the first reply is late. */
  lateReason: plainText({ max: REASON_TEXT, min: 0 }).default(''),
  /** Queries merged into this one whose askers are sent the same reply. */
  alsoTo: z
    .array(IdSchema)
    .max(100)
    .refine(ids => new Set(ids).size === ids.length, {
      message: 'Choose each query once',
    })
    .default([]),
});
export type SendRequest = z.infer<typeof SendRequestSchema>;
export const ReasonRequestSchema = z.strictObject({ ...versioned, reason });
export type ReasonRequest = z.infer<typeof ReasonRequestSchema>;
export const WriteRequestSchema = z.strictObject({
  ...versioned,
  body: plainText({ max: LONG_TEXT, empty: 'Write your message' }),
});
export type WriteRequest = z.infer<typeof WriteRequestSchema>;
export const StopClockRequestSchema = z.strictObject({
  ...versioned,
  category: ClockStopCategorySchema,
  reason,
});
export type StopClockRequest = z.infer<typeof StopClockRequestSchema>;
/** Something that happened and was not told when it was asked. */
export const AddEventRequestSchema = HappenedSchema.extend({
  ...versioned,
  /** How it is known. */
  reason,
});
export type AddEventRequest = z.infer<typeof AddEventRequestSchema>;
/** The safety answers as they are known now: all of them, changed or not. */
export const ChangeSafetyRequestSchema = z.strictObject({
  ...versioned,
  safety: SafetyAnswersSchema,
  /** How it is known. */
  reason,
});
export type ChangeSafetyRequest = z.infer<typeof ChangeSafetyRequestSchema>;
export const MergeRequestSchema = z.strictObject({
  ...versioned,
  /** The query that stays. */
  intoId: IdSchema,
  intoVersion: VersionSchema,
  reason,
});
export type MergeRequest = z.infer<typeof MergeRequestSchema>;
export const LinkRequestSchema = z.strictObject({
  ...versioned,
  otherId: IdSchema,
  reason,
});
export type LinkRequest = z.infer<typeof LinkRequestSchema>;
export const CloseRequestSchema = z.strictObject({
  ...versioned,
  outcomes: z
    .array(
      z.strictObject({
        area: KnowledgeAreaSchema,
        result: OutcomeResultSchema,
        why: plainText({ max: REASON_TEXT, min: 0 }).default(''),
      }),
    )
    .min(1, 'Say what came of each area')
    .max(11),
  /** Needed when the resolution is late. */
  lateReason: plainText({ max: REASON_TEXT, min: 0 }).default(''),
});
export type CloseRequest = z.infer<typeof CloseRequestSchema>;
export const FeedbackRequestSchema = z.strictObject({ helped: HelpedSchema });
export type FeedbackRequest = z.infer<typeof FeedbackRequestSchema>;

/** A whole reference as it was told. */
export const QueryReferenceSchema = toldReference('ADV');

export const FindQueryRequestSchema = z.strictObject({
  reference: QueryReferenceSchema,
});

export const BreakGlassRequestSchema = breakGlassRequest('ADV');
export type BreakGlassRequest = z.infer<typeof BreakGlassRequestSchema>;

export const QUEUE_VIEWS = [
  'open',
  'to-triage',
  'unclaimed',
  'mine',
  'to-read',
  'waiting',
  'asked',
  'closed',
] as const;
export const QueueViewSchema = z.enum(QUEUE_VIEWS);
export type QueueView = z.infer<typeof QueueViewSchema>;

export const QUEUE_VIEW_NAMES: Readonly<Record<QueueView, string>> = {
  open: 'All open',
  'to-triage': 'To triage',
  unclaimed: 'Waiting for an adviser',
  mine: 'Mine',
  'to-read': 'To read for a colleague',
  waiting: 'Waiting for the asker',
  asked: 'Asked by me',
  closed: 'Closed',
};

export const QueueRequestSchema = z.strictObject({
  view: QueueViewSchema.default('open'),
  nation: NationSchema.optional(),
  area: KnowledgeAreaSchema.optional(),
  /** Where the last page ended. */
  cursor: CursorSchema.optional(),
});
export type QueueRequest = z.infer<typeof QueueRequestSchema>;

export const LimitsPreviewRequestSchema = z.strictObject({
  nation: NationSchema,
  events: z.array(HappenedSchema).max(20),
});
export type LimitsPreviewRequest = z.infer<typeof LimitsPreviewRequestSchema>;

/** A template is for every query: nothing in it is about one person. */
export const TemplateInputSchema = z.strictObject({
  title: openText({ max: 120, empty: 'Give the template a title' }),
  body: openText({ max: LONG_TEXT, empty: 'Write the template' }),
  nations: z.array(NationSchema).max(4).default([]),
  areas: z.array(KnowledgeAreaSchema).max(11).default([]),
  kind: ReplyKindSchema,
});
export type TemplateInput = z.infer<typeof TemplateInputSchema>;
export const TemplateChangeSchema = TemplateInputSchema.extend({
  ...versioned,
  retired: z.boolean().default(false),
});
export type TemplateChange = z.infer<typeof TemplateChangeSchema>;
export const TemplatePreviewRequestSchema = z.strictObject({
  body: plainText({ max: LONG_TEXT, empty: 'Write the template' }),
  /** Filled from this query; from an example where none is named. */
  queryId: IdSchema.nullable().default(null),
});
export type TemplatePreviewRequest = z.infer<
  typeof TemplatePreviewRequestSchema
>;
export const OrganisationSearchSchema = z.strictObject({
  text: plainText({ max: 80, min: 2, empty: 'Type at least two letters' }),
});

export const QueryIdSchema = z.strictObject({ queryId: IdSchema });
export const TemplateIdSchema = z.strictObject({ templateId: IdSchema });
