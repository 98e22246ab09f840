import { z } from 'zod';

/** Where a query stands. */
export const QUERY_STATUSES = [
  'received',
  'triaged',
  'in-hand',
  'with-second-reader',
  'answered',
  'waiting-on-asker',
  'closed',
  'merged',
] as const;
export const QueryStatusSchema = z.enum(QUERY_STATUSES);
export type QueryStatus = z.infer<typeof QueryStatusSchema>;

/** How each status is written for people. */
export const QUERY_STATUS_NAMES: Readonly<Record<QueryStatus, string>> = {
  received: 'waiting for triage',
  triaged: 'waiting for an adviser',
  'in-hand': 'in hand',
  'with-second-reader': 'with a second reader',
  answered: 'answered',
  'waiting-on-asker': 'waiting for the asker',
  closed: 'closed',
  merged: 'merged into another query',
};

/** What a person can do to a query; each is one row of the flow table. */
export const QUERY_ACTIONS = [
  'triage',
  'claim',
  'assign',
  'hand-over',
  'recuse',
  'draft',
  'ask-second-reader',
  'approve',
  'return',
  'send',
  'ask-asker',
  'stop-clock',
  'restart-clock',
  'follow-up',
  'second-opinion',
  'add-event',
  'correct-event',
  'change-safety',
  'note',
  'link',
  'merge',
  'take-on',
  'close',
  'reopen',
  'feedback',
] as const;
export const QueryActionSchema = z.enum(QUERY_ACTIONS);
export type QueryAction = z.infer<typeof QueryActionSchema>;

/** How each action is written, to follow "you cannot … it". */
export const QUERY_ACTION_NAMES: Readonly<Record<QueryAction, string>> = {
  triage: 'triage',
  claim: 'claim',
  assign: 'assign',
  'hand-over': 'hand over',
  recuse: 'step back from',
  draft: 'write a reply to',
  'ask-second-reader': 'ask for a second reading of',
  approve: 'approve the reply to',
  return: 'return the reply to',
  send: 'send the reply to',
  'ask-asker': 'ask the asker about',
  'stop-clock': 'stop the clock of',
  'restart-clock': 'restart the clock of',
  'follow-up': 'write back about',
  'second-opinion': 'ask for a second opinion on',
  'add-event': 'add an event to',
  'correct-event': 'correct an event of',
  'change-safety': 'change the safety answers of',
  note: 'add a note to',
  link: 'link',
  merge: 'merge',
  'take-on': 'make a complex case of',
  close: 'close',
  reopen: 'reopen',
  feedback: 'say whether it helped about',
};

/** The tiers of advocacy, and signposting elsewhere. */
export const TIERS = [
  'advice',
  'intervention-only',
  'full-advocacy',
  'signpost',
] as const;
export const TierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof TierSchema>;

export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  advice: 'Advice',
  'intervention-only': 'Intervention only',
  'full-advocacy': 'Full advocacy',
  signpost: 'Signpost',
};

/** Who asks. */
export const ASKER_KINDS = [
  'imsa',
  'employing-organisation',
  'other-professional',
  'survivor',
] as const;
export const AskerKindSchema = z.enum(ASKER_KINDS);
export type AskerKind = z.infer<typeof AskerKindSchema>;

export const ASKER_KIND_NAMES: Readonly<Record<AskerKind, string>> = {
  imsa: 'IMSA',
  'employing-organisation': 'Employing organisation',
  'other-professional': 'Other professional',
  survivor: 'Survivor',
};

/** How it came in. */
export const CHANNELS = ['console', 'public-form', 'phone', 'mailbox'] as const;
export const ChannelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof ChannelSchema>;

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  console: 'Console',
  'public-form': 'Public form',
  phone: 'Phone call',
  mailbox: 'Advice mailbox',
};

/** How pressing it is. `today` comes first. */
export const URGENCY_BANDS = ['today', 'soon', 'ordinary'] as const;
export const UrgencyBandSchema = z.enum(URGENCY_BANDS);
export type UrgencyBand = z.infer<typeof UrgencyBandSchema>;

export const URGENCY_BAND_NAMES: Readonly<Record<UrgencyBand, string>> = {
  today: 'Act today',
  soon: 'Act soon',
  ordinary: 'Ordinary',
};

/** The explicit questions that urgency is taken from; never free text. */
export const SAFETY_QUESTIONS = [
  'nowhere-safe-tonight',
  'contact-with-exploiter',
  'removal-eviction-or-detention',
] as const;
export const SafetyQuestionSchema = z.enum(SAFETY_QUESTIONS);
export type SafetyQuestion = z.infer<typeof SafetyQuestionSchema>;

export const SAFETY_QUESTION_TEXTS: Readonly<Record<SafetyQuestion, string>> = {
  'nowhere-safe-tonight': 'Is there nowhere safe to stay tonight?',
  'contact-with-exploiter':
    'Is there contact with an exploiter, or a threat of it?',
  'removal-eviction-or-detention':
    'Is removal, eviction or detention happening or about to happen?',
};

/** An answer to a safety question. Not knowing is an answer too. */
export const SafetyAnswerSchema = z.enum(['yes', 'no', 'not-known']);
export type SafetyAnswer = z.infer<typeof SafetyAnswerSchema>;

export const SAFETY_ANSWER_NAMES: Readonly<Record<SafetyAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-known': 'Not known',
};

/** Whether words need carrying across languages. */
export const INTERPRETER_NEEDS = ['not-needed', 'needed', 'not-known'] as const;
export const InterpreterNeedSchema = z.enum(INTERPRETER_NEEDS);
export type InterpreterNeed = z.infer<typeof InterpreterNeedSchema>;

/** Why a clock stands still. */
export const CLOCK_STOP_CATEGORIES = [
  'waiting-on-asker',
  'waiting-on-third-party',
  'asker-asked-to-pause',
  'safety',
] as const;
export const ClockStopCategorySchema = z.enum(CLOCK_STOP_CATEGORIES);
export type ClockStopCategory = z.infer<typeof ClockStopCategorySchema>;

export const CLOCK_STOP_CATEGORY_NAMES: Readonly<
  Record<ClockStopCategory, string>
> = {
  'waiting-on-asker': 'Waiting for the asker',
  'waiting-on-third-party': 'Waiting for somebody else',
  'asker-asked-to-pause': 'The asker wants to pause',
  safety: 'Writing now would not be safe',
};

/** What came of it, in each knowledge area. */
export const OUTCOME_RESULTS = [
  'achieved',
  'partly',
  'not',
  'not-known',
] as const;
export const OutcomeResultSchema = z.enum(OUTCOME_RESULTS);
export type OutcomeResult = z.infer<typeof OutcomeResultSchema>;

export const OUTCOME_RESULT_NAMES: Readonly<Record<OutcomeResult, string>> = {
  achieved: 'Achieved',
  partly: 'Partly achieved',
  not: 'Not achieved',
  'not-known': 'Not known yet',
};

/** Whether a reply speaks to the case or only says where to go. */
export const ReplyKindSchema = z.enum(['case-specific', 'signpost']);
export type ReplyKind = z.infer<typeof ReplyKindSchema>;

/** Did this help? */
export const HelpedSchema = z.enum(['yes', 'partly', 'no']);
export type Helped = z.infer<typeof HelpedSchema>;
