import {
  breakGlassRequest,
  CursorSchema,
  EnteredDateSchema,
  GivenReasonSchema,
  IdSchema,
  KnowledgeAreaSchema,
  LONG_TEXT,
  NationSchema,
  openText,
  plainText,
  REASON_TEXT,
  versioned,
} from '@imsa-hub/core';
import { HappenedSchema } from '@imsa-hub/deadlines-common';
import { z } from 'zod';
import {
  CaseOutcomeSchema,
  ConsentSchema,
  EscalationStatusSchema,
  EscalationTierSchema,
  FactSchema,
  InterpreterValueSchema,
  KeyOutcomeSchema,
  LegalRequestKindSchema,
  LevelSchema,
  RegionSchema,
  RiskFlagSchema,
  SafetyResultSchema,
  SafetySubjectSchema,
  StatementKindSchema,
  WaitCategorySchema,
  WrittenKindSchema,
} from './vocabulary';

export { LONG_TEXT, REASON_TEXT };
export {
  CorrectEventRequestSchema,
  type CorrectEventRequest,
} from '@imsa-hub/deadlines-common';

const reason = GivenReasonSchema;
const date = EnteredDateSchema;
const TypeIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const EscalationIdSchema = z.strictObject({ escalationId: IdSchema });
/** A query of the advice line. */
export const QueryIdSchema = z.strictObject({ queryId: IdSchema });
export const DraftIdSchema = z.strictObject({ draftId: IdSchema });

/** Begins a draft: of a new escalation, or from a query of the advice line. */
export const BeginDraftRequestSchema = z.strictObject({
  type: TypeIdSchema.default('general'),
  /** Made by the page once, so that a double click begins one draft. */
  requestKey: IdSchema,
  /** The query that it is made of. */
  fromQueryId: IdSchema.nullable().default(null),
});
export type BeginDraftRequest = z.infer<typeof BeginDraftRequestSchema>;

/** The answers of one page; they take the place of that page's answers. */
export const SavePageRequestSchema = z.strictObject({
  ...versioned,
  page: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  answers: z.record(z.string().max(60), z.unknown()),
});
export type SavePageRequest = z.infer<typeof SavePageRequestSchema>;

/** A summons or request of a case, by its place there. */
const ItemIdSchema = z.string().regex(/^\d{1,4}$/, 'Choose one of the list');

/** Asks which limits follow from events that are being written down. */
export const LimitsRequestSchema = z.strictObject({
  nation: NationSchema,
  events: z.array(HappenedSchema).max(20),
});
export type LimitsRequest = z.input<typeof LimitsRequestSchema>;

export const ConsentRequestIdSchema = z.strictObject({ requestId: IdSchema });
/** Decides whether a case may be brought without the survivor's agreement. */
export const DecideConsentRequestSchema = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  reason,
});
export type DecideConsentRequest = z.infer<typeof DecideConsentRequestSchema>;

export const SubmitRequestSchema = z.strictObject({ ...versioned });
export const PlainMoveRequestSchema = z.strictObject({ ...versioned });
export const ReasonRequestSchema = z.strictObject({ ...versioned, reason });
export type ReasonRequest = z.infer<typeof ReasonRequestSchema>;

/** Gives it to somebody: assign, refer or transfer. */
export const GiveRequestSchema = z.strictObject({
  ...versioned,
  personId: IdSchema,
  reason,
});
export type GiveRequest = z.infer<typeof GiveRequestSchema>;

/** An outside specialist: who it is, and what they may be told. */
export const SpecialistRequestSchema = z.strictObject({
  /** By role and organisation, such as "barrister, Example Chambers". */
  who: plainText({
    max: 300,
    empty: 'Say who it is, by role and organisation',
  }),
  contact: plainText({ max: 300, empty: 'Say how they are reached' }),
  mayShare: plainText({ max: LONG_TEXT, empty: 'Say what may be shared' }),
  /** The survivor agreed that they are asked, and when. */
  survivorAgreedOn: date,
});

/** One step up; to the outside specialist only with who that is. */
export const RaiseLevelRequestSchema = z
  .strictObject({
    ...versioned,
    level: LevelSchema,
    specialist: SpecialistRequestSchema.nullable().default(null),
    reason,
  })
  .refine(
    ({ level, specialist }) =>
      (level === 'outside-specialist') === (specialist !== null),
    {
      path: ['specialist'],
      error: 'Name the outside specialist where it goes to one, and only there',
    },
  );
export type RaiseLevelRequest = z.infer<typeof RaiseLevelRequestSchema>;

export const WaitRequestSchema = z.strictObject({
  ...versioned,
  category: WaitCategorySchema,
  /** When to look at it again. */
  until: date.nullable().default(null),
  reason,
});
export type WaitRequest = z.infer<typeof WaitRequestSchema>;

/** Words that can leave the case: what could tell who somebody is must go. */
const forOthers = openText({ max: LONG_TEXT, min: 0 }).default('');

export const CloseRequestSchema = z.strictObject({
  ...versioned,
  outcomes: z
    .array(
      z.strictObject({
        area: KnowledgeAreaSchema,
        result: CaseOutcomeSchema,
        why: plainText({ max: REASON_TEXT, empty: 'Say why' }),
      }),
    )
    .min(1, 'Say what came of each area')
    .max(11),
  keyOutcomes: z.array(KeyOutcomeSchema).max(6).default([]),
  /** What others can learn from it; nothing that identifies anybody. */
  learningPoint: forOthers,
  /** Where the system itself failed the survivor. */
  structuralIssue: forOthers,
  /** Needed when the state's target has passed. */
  lateReason: plainText({ max: REASON_TEXT, min: 0 }).default(''),
});
export type CloseRequest = z.infer<typeof CloseRequestSchema>;

export const RecuseRequestSchema = z.strictObject({
  ...versioned,
  reason,
  handOverTo: IdSchema.nullable().default(null),
});
export type RecuseRequest = z.infer<typeof RecuseRequestSchema>;

/** The survivor agreed later, or does not agree any more. */
export const ConsentRequestSchema = z.strictObject({
  ...versioned,
  consent: ConsentSchema,
  /** When the survivor said so. */
  saidOn: date,
  reason,
});
export type ConsentRequest = z.infer<typeof ConsentRequestSchema>;

export const NoteRequestSchema = z.strictObject({
  ...versioned,
  kind: WrittenKindSchema,
  text: plainText({ max: LONG_TEXT, empty: 'Write the note' }),
});
export type NoteRequest = z.infer<typeof NoteRequestSchema>;

/** The new value of a fact, by which fact it is. */
export const ChangeFactRequestSchema = z.strictObject({
  ...versioned,
  fact: FactSchema,
  value: z.union([
    z.string().max(LONG_TEXT * 2),
    z.array(z.string().max(100)).max(20),
  ]),
  /** With a changed nation: the part of it, where it has several. */
  region: RegionSchema.nullable().default(null),
  /** With a refused referral: the survivor's reasons. */
  refusedWhy: plainText({ max: REASON_TEXT, min: 0 }).default(''),
  reason,
});
export type ChangeFactRequest = z.infer<typeof ChangeFactRequestSchema>;

export const SetOrganisationRequestSchema = z.strictObject({
  ...versioned,
  organisationId: IdSchema.nullable(),
  reason,
});

/** A new version of what the survivor wants; the older ones stay. */
export const StatementRequestSchema = z.strictObject({
  ...versioned,
  kind: StatementKindSchema,
  /** When the survivor said so. */
  saidOn: date,
  text: plainText({ max: LONG_TEXT, empty: 'Write it down' }),
});
export type StatementRequest = z.infer<typeof StatementRequestSchema>;

export const AddEventRequestSchema = HappenedSchema.extend(versioned);
export type AddEventRequest = z.infer<typeof AddEventRequestSchema>;

/** A summons to be a witness, or a request to hand over records. */
export const AddLegalRequestRequestSchema = z.strictObject({
  ...versioned,
  kind: LegalRequestKindSchema,
  received: date,
  /** When it has to be answered, or the day of the hearing. */
  due: date.nullable().default(null),
  from: plainText({ max: 200, empty: 'Say who it is from' }),
});
export type AddLegalRequestRequest = z.infer<
  typeof AddLegalRequestRequestSchema
>;
/** What was done about a summons or request; it presses no more. */
export const AnswerLegalRequestRequestSchema = z.strictObject({
  ...versioned,
  requestId: ItemIdSchema,
  answeredOn: date,
  answer: plainText({ max: LONG_TEXT, empty: 'Write what was done' }),
});
export type AnswerLegalRequestRequest = z.infer<
  typeof AnswerLegalRequestRequestSchema
>;

export const AddEncounterRequestSchema = z.strictObject({
  ...versioned,
  date,
  interpreter: InterpreterValueSchema,
  note: plainText({ max: REASON_TEXT, min: 0 }).default(''),
});
export type AddEncounterRequest = z.infer<typeof AddEncounterRequestSchema>;

export const AddTaskRequestSchema = z.strictObject({
  ...versioned,
  title: plainText({ max: 200, empty: 'Say what is to be done' }),
  ownerId: IdSchema,
  dueOn: date,
});
export type AddTaskRequest = z.infer<typeof AddTaskRequestSchema>;
export const SettleTaskRequestSchema = z.strictObject({
  ...versioned,
  taskId: IdSchema,
  result: z.enum(['done', 'dropped']),
  note: plainText({ max: REASON_TEXT, min: 0 }).default(''),
});
export type SettleTaskRequest = z.infer<typeof SettleTaskRequestSchema>;

export const AskOpinionRequestSchema = z.strictObject({
  ...versioned,
  personId: IdSchema,
  question: plainText({ max: LONG_TEXT, empty: 'Write what you want to know' }),
});
export type AskOpinionRequest = z.infer<typeof AskOpinionRequestSchema>;
export const GiveOpinionRequestSchema = z.strictObject({
  ...versioned,
  opinionId: IdSchema,
  text: plainText({ max: LONG_TEXT, empty: 'Write your opinion' }),
});
export type GiveOpinionRequest = z.infer<typeof GiveOpinionRequestSchema>;

/** A new lead IMSA; both have access until it is completed. */
export const OfferHandoverRequestSchema = z.strictObject({
  ...versioned,
  personId: IdSchema,
  reason,
});
export type OfferHandoverRequest = z.infer<typeof OfferHandoverRequestSchema>;
export const CompleteHandoverRequestSchema = z.strictObject({
  ...versioned,
  /** The survivor agreed to the new advocate, and when. */
  survivorAgreedOn: date,
  note: plainText({ max: REASON_TEXT, min: 0 }).default(''),
});
export type CompleteHandoverRequest = z.infer<
  typeof CompleteHandoverRequestSchema
>;

/** A night's hotel, a food shop: when nothing else is left. */
export const ProposeSpendRequestSchema = z.strictObject({
  ...versioned,
  purpose: plainText({ max: 300, empty: 'Say what the money is for' }),
  /** In pence. */
  amount: z
    .int('Enter an amount')
    .min(1, 'Enter an amount')
    .max(10_000_00, 'Enter £10,000 or less'),
  alternativesTried: plainText({
    max: LONG_TEXT,
    empty: 'Say what was tried before',
  }),
});
export type ProposeSpendRequest = z.infer<typeof ProposeSpendRequestSchema>;
export const DecideSpendRequestSchema = z.strictObject({
  ...versioned,
  spendId: IdSchema,
  decision: z.enum(['approved', 'refused']),
  reason,
});
export type DecideSpendRequest = z.infer<typeof DecideSpendRequestSchema>;

export const CheckSafetyRequestSchema = z.strictObject({
  ...versioned,
  subject: SafetySubjectSchema,
  /** What was checked and how. */
  checked: plainText({ max: LONG_TEXT, empty: 'Say what was checked and how' }),
  result: SafetyResultSchema,
});
export type CheckSafetyRequest = z.infer<typeof CheckSafetyRequestSchema>;

export const BreakGlassRequestSchema = breakGlassRequest('ESC');
export type BreakGlassRequest = z.infer<typeof BreakGlassRequestSchema>;

export const BOARD_VIEWS = [
  'open',
  'to-accept',
  'mine',
  'raised-by-me',
  'waiting',
  'late',
  'unhandled',
  'closed',
] as const;
export const BoardViewSchema = z.enum(BOARD_VIEWS);
export type BoardView = z.infer<typeof BoardViewSchema>;
export const BOARD_VIEW_NAMES: Readonly<Record<BoardView, string>> = {
  open: 'All open',
  'to-accept': 'To accept',
  mine: 'Mine',
  'raised-by-me': 'Brought by me',
  waiting: 'Waiting',
  late: 'Past a target',
  unhandled: 'Nobody handles it',
  closed: 'Closed',
};

/** The board's filters, as they stand in the address. */
export const BoardRequestSchema = z.strictObject({
  view: BoardViewSchema.default('open'),
  nation: NationSchema.optional(),
  region: RegionSchema.optional(),
  area: KnowledgeAreaSchema.optional(),
  risk: RiskFlagSchema.optional(),
  level: LevelSchema.optional(),
  handler: IdSchema.optional(),
  cursor: CursorSchema.optional(),
});
export type BoardRequest = z.infer<typeof BoardRequestSchema>;

/** Finds cases without opening any. By POST: words never stand in an address. */
export const SearchRequestSchema = z.strictObject({
  /** `ESC-…` or the case reference, or the beginning of either. */
  reference: z.string().trim().max(40).optional(),
  area: KnowledgeAreaSchema.optional(),
  risk: RiskFlagSchema.optional(),
  status: EscalationStatusSchema.optional(),
  /** Lead, handler or raiser. */
  personId: IdSchema.optional(),
  raisedFrom: date.optional(),
  raisedTo: date.optional(),
  tier: EscalationTierSchema.optional(),
});
export type SearchRequest = z.infer<typeof SearchRequestSchema>;
