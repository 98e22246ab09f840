import { z } from 'zod';

/** Where an escalation stands. */
export const ESCALATION_STATUSES = [
  'draft',
  'raised',
  'returned',
  'accepted',
  'in-progress',
  'waiting',
  'resolved',
  'closed',
  'withdrawn',
] as const;
export const EscalationStatusSchema = z.enum(ESCALATION_STATUSES);
export type EscalationStatus = z.infer<typeof EscalationStatusSchema>;

/** How each status is written for people. */
export const ESCALATION_STATUS_NAMES: Readonly<
  Record<EscalationStatus, string>
> = {
  draft: 'being written',
  raised: 'waiting to be accepted',
  returned: 'returned to the IMSA',
  accepted: 'accepted',
  'in-progress': 'in progress',
  waiting: 'waiting',
  resolved: 'resolved',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

/** What a person can do to an escalation; each is one row of the flow table. */
export const ESCALATION_ACTIONS = [
  'submit',
  'accept',
  'return',
  'withdraw',
  'assign',
  'refer',
  'transfer',
  'raise-level',
  'lower-level',
  'start',
  'wait',
  'resume',
  'resolve',
  'close',
  'reopen',
  'recuse',
  'note',
  'change-fact',
  'set-organisation',
  'record-consent',
  'override-consent',
  'record-choice',
  'add-event',
  'correct-event',
  'add-encounter',
  'add-request',
  'answer-request',
  'add-task',
  'settle-task',
  'ask-opinion',
  'give-opinion',
  'offer-handover',
  'accept-handover',
  'complete-handover',
  'cancel-handover',
  'propose-spend',
  'decide-spend',
  'check-safety',
  'write-document',
  'upload',
] as const;
export const EscalationActionSchema = z.enum(ESCALATION_ACTIONS);
export type EscalationAction = z.infer<typeof EscalationActionSchema>;

/** How each action is written, to follow "you cannot … it". */
export const ESCALATION_ACTION_NAMES: Readonly<
  Record<EscalationAction, string>
> = {
  submit: 'bring',
  accept: 'accept',
  return: 'return',
  withdraw: 'withdraw',
  assign: 'assign',
  refer: 'refer',
  transfer: 'transfer',
  'raise-level': 'raise the level of',
  'lower-level': 'lower the level of',
  start: 'start work on',
  wait: 'pause',
  resume: 'go on with',
  resolve: 'resolve',
  close: 'close',
  reopen: 'reopen',
  recuse: 'step back from',
  note: 'add a note to',
  'change-fact': 'change a fact of',
  'set-organisation': 'change the organisation of',
  'record-consent': 'record whether the survivor agrees to discuss',
  'override-consent': 'decide without the survivor’s agreement on',
  'record-choice': 'record what the survivor wants in',
  'add-event': 'add an event to',
  'correct-event': 'correct an event of',
  'add-encounter': 'add a meeting to',
  'add-request': 'record a summons or request in',
  'answer-request': 'say what was answered in',
  'add-task': 'add a task to',
  'settle-task': 'finish a task of',
  'ask-opinion': 'ask for a second opinion on',
  'give-opinion': 'give a second opinion on',
  'offer-handover': 'hand over',
  'accept-handover': 'take over',
  'complete-handover': 'complete the handover of',
  'cancel-handover': 'cancel the handover of',
  'propose-spend': 'ask for a last-resort spend on',
  'decide-spend': 'decide on a spend of',
  'check-safety': 'record a safety check of',
  'write-document': 'write a document for',
  upload: 'add a file to',
};

/** Who decides it. Each level is a step up. */
export const LEVELS = [
  'senior-imsa',
  'hub-manager',
  'outside-specialist',
] as const;
export const LevelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof LevelSchema>;
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  'senior-imsa': 'Senior IMSA',
  'hub-manager': 'Hub Manager',
  'outside-specialist': 'Outside specialist',
};

/** The tiers of advocacy. */
export const ESCALATION_TIERS = [
  'advice',
  'intervention-only',
  'full-advocacy',
] as const;
export const EscalationTierSchema = z.enum(ESCALATION_TIERS);
export type EscalationTier = z.infer<typeof EscalationTierSchema>;
export const ESCALATION_TIER_NAMES: Readonly<Record<EscalationTier, string>> = {
  advice: 'Advice',
  'intervention-only': 'Intervention only',
  'full-advocacy': 'Full advocacy',
};

/** What presses, in explicit words; never taken from free text. */
export const RISK_FLAGS = [
  'contact-with-exploiter',
  'detention-or-removal',
  'destitution',
  'self-harm',
  'safeguarding',
  're-trafficking',
  'criminal-proceedings',
] as const;
export const RiskFlagSchema = z.enum(RISK_FLAGS);
export type RiskFlag = z.infer<typeof RiskFlagSchema>;
export const RISK_FLAG_NAMES: Readonly<Record<RiskFlag, string>> = {
  'contact-with-exploiter': 'Contact with an exploiter',
  'detention-or-removal': 'Detention or removal',
  destitution: 'Destitution',
  'self-harm': 'Self-harm',
  safeguarding: 'Safeguarding',
  're-trafficking': 'Re-trafficking',
  'criminal-proceedings': 'Criminal proceedings',
};
/** Flags that ask for action on the day. */
export const PRESSING_RISKS: ReadonlySet<RiskFlag> = new Set([
  'contact-with-exploiter',
  'detention-or-removal',
  'self-harm',
  'safeguarding',
]);

/** Whether the survivor agreed that the Hub discusses the case. */
export const ConsentSchema = z.enum(['given', 'not-given']);
export type Consent = z.infer<typeof ConsentSchema>;
export const CONSENT_NAMES: Readonly<Record<Consent, string>> = {
  given: 'The survivor agrees',
  'not-given': 'The survivor does not agree',
};

/** How words crossed languages in a meeting. */
export const INTERPRETER_VALUES = [
  'used',
  'english-fluent',
  'survivor-made-contact-and-declined',
] as const;
export const InterpreterValueSchema = z.enum(INTERPRETER_VALUES);
export type InterpreterValue = z.infer<typeof InterpreterValueSchema>;
export const INTERPRETER_VALUE_NAMES: Readonly<
  Record<InterpreterValue, string>
> = {
  used: 'An interpreter was used',
  'english-fluent': 'The survivor is fluent in English',
  'survivor-made-contact-and-declined':
    'The survivor made contact and did not want an interpreter',
};

/** Where the survivor stands with the National Referral Mechanism. */
export const NRM_CONSENTS = [
  'consented',
  'refused',
  'not-decided',
  'already-referred',
] as const;
export const NrmConsentSchema = z.enum(NRM_CONSENTS);
export type NrmConsent = z.infer<typeof NrmConsentSchema>;
export const NRM_CONSENT_NAMES: Readonly<Record<NrmConsent, string>> = {
  consented: 'Agreed to be referred',
  refused: 'Did not want to be referred',
  'not-decided': 'Has not decided yet',
  'already-referred': 'Has been referred already',
};

/** What a court or another body wants of the IMSA. */
export const LEGAL_REQUEST_KINDS = ['witness-summons', 'disclosure'] as const;
export const LegalRequestKindSchema = z.enum(LEGAL_REQUEST_KINDS);
export type LegalRequestKind = z.infer<typeof LegalRequestKindSchema>;
export const LEGAL_REQUEST_KIND_NAMES: Readonly<
  Record<LegalRequestKind, string>
> = {
  'witness-summons': 'Witness summons',
  disclosure: 'Request to disclose records',
};

/** Why a case stands still. */
export const WAIT_CATEGORIES = [
  'survivor',
  'decision-maker',
  'third-party',
  'outside-specialist',
  'safety',
] as const;
export const WaitCategorySchema = z.enum(WAIT_CATEGORIES);
export type WaitCategory = z.infer<typeof WaitCategorySchema>;
export const WAIT_CATEGORY_NAMES: Readonly<Record<WaitCategory, string>> = {
  survivor: 'For the survivor',
  'decision-maker': 'For a decision by an authority or court',
  'third-party': 'For somebody else',
  'outside-specialist': 'For the outside specialist',
  safety: 'Acting now would not be safe',
};

/** Why somebody has access to a case. */
export const PARTS = [
  'raiser',
  'lead',
  'next-lead',
  'handler',
  'referred',
  'opinion',
] as const;
export const PartSchema = z.enum(PARTS);
export type Part = z.infer<typeof PartSchema>;
export const PART_NAMES: Readonly<Record<Part, string>> = {
  raiser: 'Brought it',
  lead: 'Lead IMSA',
  'next-lead': 'Taking over as lead IMSA',
  handler: 'Handles it at the Hub',
  referred: 'It was referred to them',
  opinion: 'Asked for a second opinion',
};

/** What stands in the timeline. It is only ever added to. */
export const ENTRY_KINDS = [
  'note',
  'advice',
  'signpost',
  'call',
  'decision',
  'move',
  'fact',
  'statement',
  'opinion',
  'spend',
  'safety-check',
  'document',
  'file',
  'task',
  'event',
  'encounter',
] as const;
export const EntryKindSchema = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof EntryKindSchema>;
/** Kinds that people write by hand. */
export const WrittenKindSchema = z.enum([
  'note',
  'advice',
  'signpost',
  'call',
  'decision',
]);
export const WRITTEN_KIND_NAMES = {
  note: 'Note',
  advice: 'Advice',
  /** Where to go, without speaking to the case. */
  signpost: 'Signpost',
  call: 'Call',
  decision: 'Decision',
} as const;

/** The survivor's own words and plan; only the lead IMSA records them. */
export const STATEMENT_KINDS = ['choice', 'justice', 'safety-plan'] as const;
export const StatementKindSchema = z.enum(STATEMENT_KINDS);
export type StatementKind = z.infer<typeof StatementKindSchema>;
export const STATEMENT_KIND_NAMES: Readonly<Record<StatementKind, string>> = {
  choice: 'What the survivor chose and wants',
  justice: 'What justice means to the survivor',
  'safety-plan': 'Safety plan',
};

/** Facts that can be corrected, with the reason and the old value kept. */
export const FACTS = [
  'case-reference',
  'nation',
  'region',
  'areas',
  'tier',
  'risks',
  'nrm-consent',
  'asked-of-hub',
  'options-explained',
] as const;
export const FactSchema = z.enum(FACTS);
export type Fact = z.infer<typeof FactSchema>;
export const FACT_NAMES: Readonly<Record<Fact, string>> = {
  'case-reference': 'Case reference',
  nation: 'Nation',
  region: 'Part of the country',
  areas: 'Knowledge areas',
  tier: 'Tier',
  risks: 'Risks',
  'nrm-consent': 'National Referral Mechanism',
  'asked-of-hub': 'What is asked of the Hub',
  'options-explained': 'Options that were explained',
};

/** What is checked for safety. */
export const SafetySubjectSchema = z.enum(['address', 'job-offer', 'other']);
export const SAFETY_SUBJECT_NAMES = {
  address: 'An address',
  'job-offer': 'A job offer',
  other: 'Something else',
} as const;
export const SafetyResultSchema = z.enum(['safe', 'not-safe', 'not-clear']);
export const SAFETY_RESULT_NAMES = {
  safe: 'No danger found',
  'not-safe': 'Not safe',
  'not-clear': 'Not clear: treat as not safe',
} as const;

/** Whether a file was looked into for what could harm who opens it. */
export const FileStateSchema = z.enum([
  'quarantine',
  'clean',
  'not-scanned',
  'refused',
]);
export type FileState = z.infer<typeof FileStateSchema>;
export const FILE_STATE_NAMES: Readonly<Record<FileState, string>> = {
  quarantine: 'Waiting to be checked for harm',
  clean: 'Checked: nothing harmful found',
  'not-scanned': 'Not checked for harm',
  refused: 'Harmful: destroyed',
};

/** The forms that a document can be had in. */
export const DocumentFormatSchema = z.enum(['pdf', 'docx', 'html', 'text']);
export type DocumentFormat = z.infer<typeof DocumentFormatSchema>;
export const DOCUMENT_FORMAT_NAMES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'Web page',
  text: 'Plain text',
};

/** What came of it, in each knowledge area. */
export const CaseOutcomeSchema = z.enum(['achieved', 'partly', 'not']);
export const CASE_OUTCOME_NAMES = {
  achieved: 'Achieved',
  partly: 'Partly achieved',
  not: 'Not achieved',
} as const;

/** The six outcomes that the framework counts. */
export const KEY_OUTCOMES = [
  'choice-and-empowerment',
  'destitution-and-homelessness-avoided',
  'justice',
  're-trafficking-prevented',
  'entitlements-received',
  'education',
] as const;
export const KeyOutcomeSchema = z.enum(KEY_OUTCOMES);
export type KeyOutcome = z.infer<typeof KeyOutcomeSchema>;
export const KEY_OUTCOME_NAMES: Readonly<Record<KeyOutcome, string>> = {
  'choice-and-empowerment': 'Choice and empowerment',
  'destitution-and-homelessness-avoided':
    'Destitution and homelessness avoided',
  justice: 'Justice, as the survivor understands it',
  're-trafficking-prevented': 'Re-trafficking prevented',
  'entitlements-received': 'All wanted entitlements received',
  education: 'Survivor and professionals know what should be available',
};

/** Parts of the country: the nations, England by region. */
export const REGIONS = [
  'north-east',
  'north-west',
  'yorkshire-and-the-humber',
  'east-midlands',
  'west-midlands',
  'east-of-england',
  'london',
  'south-east',
  'south-west',
  'wales',
  'scotland',
  'northern-ireland',
] as const;
export const RegionSchema = z.enum(REGIONS);
export type Region = z.infer<typeof RegionSchema>;
export const REGION_NAMES: Readonly<Record<Region, string>> = {
  'north-east': 'North East',
  'north-west': 'North West',
  'yorkshire-and-the-humber': 'Yorkshire and the Humber',
  'east-midlands': 'East Midlands',
  'west-midlands': 'West Midlands',
  'east-of-england': 'East of England',
  london: 'London',
  'south-east': 'South East',
  'south-west': 'South West',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/**
 * Whether a part of the country is in a nation. England is told apart by
 * region; each other nation is one part.
 */
export function isPartOf(region: string, nation: string): boolean {
  const others: readonly string[] = ['wales', 'scotland', 'northern-ireland'];
  return nation === 'england' ? !others.includes(region) : region === nation;
}

/** The type that every escalation has unless another one is chosen. */
export const GENERAL_TYPE = 'general';
