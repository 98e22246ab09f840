import {
  JourneyPageSchema,
  KnowledgeAreaSchema,
  MarksSchema,
  NamedPersonSchema,
  NationSchema,
  OpeningSchema,
} from '@imsa-hub/core';
import {
  EventChoiceSchema,
  LimitSchema,
  RecordedEventSchema,
} from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import {
  CaseOutcomeSchema,
  ConsentSchema,
  EntryKindSchema,
  EscalationActionSchema,
  EscalationStatusSchema,
  EscalationTierSchema,
  FactSchema,
  FileStateSchema,
  InterpreterValueSchema,
  KeyOutcomeSchema,
  LegalRequestKindSchema,
  LevelSchema,
  NrmConsentSchema,
  PartSchema,
  RegionSchema,
  RiskFlagSchema,
  SafetyResultSchema,
  SafetySubjectSchema,
  StatementKindSchema,
  WaitCategorySchema,
} from './vocabulary';

export {
  NamedPersonSchema,
  OpeningSchema,
  type NamedPerson,
  type Opening,
} from '@imsa-hub/core';

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

const OutcomesSchema = z.array(
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

/** One decision about how long a case is kept. */
export const RetentionStepSchema = z.object({
  at: z.string(),
  /** Nobody where the period ended by itself. */
  by: NamedPersonSchema.nullable(),
  step: z.enum(['held', 'released', 'asked', 'destroyed']),
  reason: z.string().nullable(),
  marked: MarksSchema.optional(),
});
export type RetentionStep = z.infer<typeof RetentionStepSchema>;

export const RetentionActionSchema = z.enum([
  'hold',
  'release',
  'ask-destruction',
  'confirm-destruction',
  'destroy',
]);
export type RetentionAction = z.infer<typeof RetentionActionSchema>;

/** A closed case as those see it who decide how long it is kept. */
export const RetentionRowSchema = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  caseReference: z.string(),
  status: EscalationStatusSchema,
  closedAt: z.string().nullable(),
  /** `YYYY-MM-DD`, in London as all days here. */
  retainUntil: z.string().nullable(),
  destroyedOn: z.string().nullable(),
  /** The end of the review, where it has begun. */
  willBeDestroyedOn: z.string().nullable(),
  held: z.boolean(),
  destructionAsked: z
    .object({ by: NamedPersonSchema, at: z.string() })
    .nullable(),
  steps: z.array(RetentionStepSchema),
  allowedActions: z.array(RetentionActionSchema),
});
export type RetentionRow = z.infer<typeof RetentionRowSchema>;

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
  retention: z.object({
    endsOn: z.string().nullable(),
    held: z.boolean(),
    destroyed: z.boolean(),
    /** Of a closed case, for whoever decides how long it is kept. */
    review: RetentionRowSchema.nullable().default(null),
  }),
  /** Why this reader may not advise on this case, where it is immigration's. */
  immigrationGate: z.string().nullable().default(null),
  openedByBreakGlassUntil: z.string().nullable(),
  /** For the desk: who opened it by break-glass, and why. */
  openings: z.array(OpeningSchema).optional(),
  /** What the confidentiality guard marked, by kind. */
  marked: MarksSchema,
});
export type EscalationRecord = z.infer<typeof EscalationRecordSchema>;

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

export const ChoicesResponseSchema = z.object({
  types: z.array(
    z.object({ id: z.string(), title: z.string(), description: z.string() }),
  ),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  events: z.array(EventChoiceSchema),
  /** People who can be given a case, by what for. */
  handlers: z.array(NamedPersonSchema),
  imsas: z.array(NamedPersonSchema),
  /** How to reach the Hub when something cannot wait. */
  contact: z.object({
    phone: z.string().nullable(),
    mail: z.string().nullable(),
  }),
});
export type Choices = z.infer<typeof ChoicesResponseSchema>;

/** What waits for this person. Counts stop at 100. */
export const DayResponseSchema = z.object({
  toAccept: z.number(),
  mine: z.number(),
  late: z.number(),
  opinions: z.number(),
  tasks: z.number(),
  spendsToDecide: z.number(),
  /** Requests to bring a case without the survivor's agreement. */
  consentToDecide: z.number().default(0),
  handovers: z.number(),
  returned: z.number(),
  drafts: z.number(),
  /** The case of the most urgent opinion that is asked of this person. */
  opinionCase: z.string().nullable(),
  /** The case of the most urgent spend that this person can decide on. */
  spendCase: z.string().nullable(),
  first: z.array(BoardRowSchema),
});
export type EscalationDay = z.infer<typeof DayResponseSchema>;

export const RetentionResponseSchema = z.object({
  rows: z.array(RetentionRowSchema),
  next: z.string().nullable(),
});
export type RetentionResponse = z.infer<typeof RetentionResponseSchema>;
