import {
  KnowledgeAreaSchema,
  MarksSchema,
  NamedPersonSchema,
  NationSchema,
  OpeningSchema,
  RetentionOfRecordSchema,
} from '@imsa-hub/core';
import {
  EventChoiceSchema,
  LimitSchema,
  RecordedEventSchema,
} from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import {
  AskerKindSchema,
  ChannelSchema,
  ClockStopCategorySchema,
  HelpedSchema,
  InterpreterNeedSchema,
  OutcomeResultSchema,
  QueryActionSchema,
  QueryStatusSchema,
  ReplyKindSchema,
  TierSchema,
  UrgencyBandSchema,
} from './vocabulary';
import { SafetyAnswersSchema } from './requests';

// Responses grow freely: plain objects, so that an older page keeps working.

export {
  EventChoiceSchema,
  LimitSchema,
  RecordedEventSchema,
  type EventChoice,
  type Limit,
  type RecordedEvent,
} from '@imsa-hub/deadlines-common';

export {
  NamedPersonSchema,
  OpeningSchema,
  type NamedPerson,
  type Opening,
} from '@imsa-hub/core';

/** How pressing a query is and why; every reason is shown. */
export const UrgencySchema = z.object({
  band: UrgencyBandSchema,
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
});
export type Urgency = z.infer<typeof UrgencySchema>;

/** The clock of a query: of its first reply until there is one, then of its resolution. */
export const ClockSchema = z.object({
  kind: z.enum(['first-reply', 'resolution']),
  state: z.enum(['running', 'warning', 'late', 'stopped', 'ended']),
  /** ISO instant; absent while stopped or ended. */
  dueAt: z.string().nullable(),
  stoppedFor: ClockStopCategorySchema.nullable(),
});
export type Clock = z.infer<typeof ClockSchema>;

/** One row of the queue. No content. */
export const QueueRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  status: QueryStatusSchema,
  receivedAt: z.string(),
  nation: NationSchema,
  areas: z.array(KnowledgeAreaSchema),
  askerKind: AskerKindSchema,
  channel: ChannelSchema,
  tier: TierSchema.nullable(),
  highRisk: z.boolean(),
  urgency: UrgencySchema,
  nextLimit: z.object({ date: z.string(), title: z.string() }).nullable(),
  clock: ClockSchema,
  assignee: NamedPersonSchema.nullable(),
  interpreter: InterpreterNeedSchema,
  allowedActions: z.array(QueryActionSchema),
  /** Values of columns that other plugins add, by column id. */
  extra: z.record(z.string(), z.string()).default({}),
});
export type QueueRow = z.infer<typeof QueueRowSchema>;

export const QueueResponseSchema = z.object({
  rows: z.array(QueueRowSchema),
  /** Hand this back for the next page; absent on the last. */
  next: z.string().nullable(),
});
export type QueueResponse = z.infer<typeof QueueResponseSchema>;

/** A note, question, reply or move in the query's history. */
export const QueryEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(['question', 'reply', 'from-asker', 'to-asker', 'note', 'move']),
  /** Absent for an asker who is not known by name. */
  by: NamedPersonSchema.nullable(),
  /** For moves: what happened in plain words; otherwise absent. */
  summary: z.string().nullable(),
  /** Opened text; absent for moves without a reason. */
  body: z.string().nullable(),
  replyKind: ReplyKindSchema.nullable(),
  cites: z.array(z.string()),
  secondReader: NamedPersonSchema.nullable(),
  /** For Hub staff: what the confidentiality guard marked in it, by kind. */
  marked: MarksSchema.optional(),
});
export type QueryEntry = z.infer<typeof QueryEntrySchema>;

/** The reply that is being written. */
export const DraftSchema = z.object({
  id: z.string(),
  body: z.string(),
  kind: ReplyKindSchema,
  cites: z.array(z.string()),
  templateId: z.string().nullable(),
  templateVersion: z.number().nullable(),
  author: NamedPersonSchema,
  secondReader: NamedPersonSchema.nullable(),
  /** What the second reader asked to change. */
  returnedFor: z.string().nullable(),
  savedAt: z.string(),
  marked: MarksSchema.optional(),
  returnedForMarked: MarksSchema.optional(),
});
export type Draft = z.infer<typeof DraftSchema>;

/** A query that was merged into the one at hand: its asker's conversation. */
export const MergedQuerySchema = z.object({
  id: z.string(),
  reference: z.string(),
  question: z.string(),
  safeContact: z.string(),
  /** What the guard marked in its question and its safe contact. */
  marked: MarksSchema.optional(),
  safeContactMarked: MarksSchema.optional(),
  entries: z.array(QueryEntrySchema),
  limits: z.array(LimitSchema),
  /** Its asker has had no reply, and can be sent one. */
  waitsForReply: z.boolean(),
});
export type MergedQuery = z.infer<typeof MergedQuerySchema>;

/** What {@link FindQueryRequestSchema} answers; the same for unknown and forbidden. */
export const FindQueryResponseSchema = z.object({
  query: QueueRowSchema.nullable(),
});

/** The whole record, for Hub staff; askers get it without what is not theirs. */
export const QueryRecordSchema = QueueRowSchema.extend({
  question: z.string(),
  whoCanAct: z.string(),
  safeContact: z.string().optional(),
  aboutService: z.string().optional(),
  language: z.string(),
  safety: SafetyAnswersSchema,
  limits: z.array(LimitSchema),
  /** For Hub staff: what happened, with what was struck out. */
  events: z.array(RecordedEventSchema).optional(),
  professionalRole: z.string().nullable(),
  issueArea: KnowledgeAreaSchema.nullable(),
  subjectOrganisation: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .optional(),
  /**
   * For Hub staff: organisations that its text names. Until triage says what it
   * is about, nobody who works there sees it.
   */
  namedOrganisations: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .default([]),
  /** Why this reader cannot take the high risk away, if so. */
  highRiskGate: z.string().nullable().default(null),
  /** Why case-specific immigration advice is not open to this reader, if so. */
  immigrationGate: z.string().nullable(),
  /** Whether this reply has to be read by a second person. */
  needsSecondReader: z.boolean(),
  /** The clock that counts has run out: the act that ends it needs a reason. */
  isLate: z.boolean().default(false),
  asker: NamedPersonSchema.nullable(),
  draft: DraftSchema.nullable().optional(),
  /** For Hub staff: the queries that were merged into this one. */
  mergedHere: z.array(MergedQuerySchema).optional(),
  /** For Hub staff: who opened it by break-glass, and why. */
  openings: z.array(OpeningSchema).optional(),
  entries: z.array(QueryEntrySchema),
  outcomes: z.array(
    z.object({
      area: KnowledgeAreaSchema,
      result: OutcomeResultSchema,
      why: z.string(),
      marked: MarksSchema.optional(),
    }),
  ),
  links: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      kind: z.enum(['related', 'merged-here', 'merged-into']),
    }),
  ),
  /** The complex case that came of it, to readers who may see that. */
  /** How long it is kept, once it has ended. */
  retention: RetentionOfRecordSchema.default({
    endsOn: null,
    held: false,
    destroyed: false,
    review: null,
  }),
  becameCase: z
    .object({ id: z.string(), reference: z.string() })
    .nullable()
    .default(null),
  helped: HelpedSchema.nullable(),
  /** Set while the reader sees it by break-glass: until when. */
  openedByBreakGlassUntil: z.string().nullable(),
  /** What the confidentiality guard marked in the question, by kind. */
  marked: MarksSchema,
  /** For Hub staff: the same of what else was asked, where there is any. */
  markedBeside: z
    .object({
      whoCanAct: MarksSchema,
      safeContact: MarksSchema,
      aboutService: MarksSchema,
    })
    .partial()
    .optional(),
});
export type QueryRecord = z.infer<typeof QueryRecordSchema>;

/** What a new query answers with. */
export const CreatedQuerySchema = z.object({
  id: z.string(),
  reference: z.string(),
  /** Shown once; only for logged calls that asked for one. */
  receiptCode: z.string().nullable(),
});
export type CreatedQuery = z.infer<typeof CreatedQuerySchema>;

/** One suggested assignee, best first. */
export const SuggestionSchema = z.object({
  person: NamedPersonSchema,
  score: z.number(),
  openQueries: z.number(),
  /** Why this place in the list, in plain words. */
  reasons: z.array(z.string()),
});
export type Suggestion = z.infer<typeof SuggestionSchema>;
export const SuggestionsResponseSchema = z.object({
  suggestions: z.array(SuggestionSchema),
});

export const TemplateSchema = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  body: z.string(),
  nations: z.array(NationSchema),
  areas: z.array(KnowledgeAreaSchema),
  kind: ReplyKindSchema,
  retired: z.boolean(),
  /** `built-in` ones come from a module and are copied to be changed. */
  origin: z.enum(['hub', 'built-in']),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
});
export type Template = z.infer<typeof TemplateSchema>;
export const TemplatesResponseSchema = z.object({
  templates: z.array(TemplateSchema),
  mayEdit: z.boolean(),
  /** What a template can name, with what it stands for. */
  fields: z.array(z.object({ name: z.string(), means: z.string() })),
});
export const TemplateVersionsResponseSchema = z.object({
  versions: z.array(TemplateSchema),
});
export const TemplatePreviewResponseSchema = z.object({
  /** Filled text; absent where the template has a problem. */
  text: z.string().nullable(),
  /** What is wrong and where, in plain words. */
  problem: z.string().nullable(),
});

export const LimitsPreviewResponseSchema = z.object({
  limits: z.array(LimitSchema),
});

export const EventChoicesResponseSchema = z.object({
  events: z.array(EventChoiceSchema),
});
export const OrganisationChoicesResponseSchema = z.object({
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
});
/** What waits for this person, for "My day". Counts stop at 100. */
export const AdviceDayResponseSchema = z.object({
  toTriage: z.number(),
  unclaimed: z.number(),
  mine: z.number(),
  toRead: z.number(),
  late: z.number(),
  /** Mails of the advice mailbox that nobody has logged yet. */
  mailToLog: z.number().default(0),
  /** The most pressing rows for this person, at most five. */
  first: z.array(QueueRowSchema),
  /** Replies to what this person asked that they have not read. */
  repliesToRead: z.array(z.object({ id: z.string(), reference: z.string() })),
  doors: z.array(z.string()),
});
export type AdviceDay = z.infer<typeof AdviceDayResponseSchema>;
