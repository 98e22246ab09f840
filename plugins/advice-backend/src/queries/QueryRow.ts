import type {
  AskerKind,
  Channel,
  ClockStopCategory,
  Helped,
  InterpreterNeed,
  QueryStatus,
  ReplyKind,
  SafetyAnswers,
  Tier,
  UrgencyBand,
} from '@imsa-hub/advice-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';

/** A row of `advice.query`, and what the rules of sight ask of it. */
export interface QueryDbRow {
  id: string;
  reference: string;
  version: number;
  status: QueryStatus;
  request_key: string;
  channel: Channel;
  asker_kind: AskerKind;
  raised_by: string | null;
  received_at: Date;
  nation: Nation;
  areas: KnowledgeArea[];
  language: string;
  interpreter: InterpreterNeed;
  safety: SafetyAnswers;
  tier: Tier | null;
  professional_role: string | null;
  issue_area: KnowledgeArea | null;
  high_risk: boolean;
  subject_organisation_id: string | null;
  /** Organisations that its text names; none once triage said what it is about. */
  named_organisation_ids: string[];
  assignee_id: string | null;
  assigned_at: Date | null;
  second_reader_id: string | null;
  former_answerer_ids: string[];
  urgency_band: UrgencyBand;
  /** `merged`: it comes from a query merged into this one. */
  urgency_reasons: Array<{ code: string; text: string; merged?: boolean }>;
  /** The band without what was merged into it; absent where nothing was. */
  own_urgency_band: UrgencyBand | null;
  rank: number;
  review_on: string | null;
  next_limit_on: string | null;
  next_limit_title: string | null;
  /** From when its clocks count, where that is not when it was received. */
  clock_started_at: Date | null;
  limits_law: string | null;
  first_reply_due_at: Date;
  resolution_due_at: Date;
  due_at: Date;
  first_replied_at: Date | null;
  stopped_at: Date | null;
  stopped_for: ClockStopCategory | null;
  warned_at: Date | null;
  late_at: Date | null;
  asker_unread: boolean;
  receipt_hash: string | null;
  helped: Helped | null;
  merged_into: string | null;
  /** The complex case that came of it and stands. */
  case_id: string | null;
  marked: Array<{ label: string; count: number }>;
  closed_at: Date | null;
  /** Until when it is kept; nothing while it is open, or merged into another. */
  retain_until: string | null;
  held: boolean;
  /** When it was told that its retention ended. */
  retention_told_at: Date | null;
  /** Who asked that it be destroyed before its end. */
  destruction_asked_by: string | null;
  destruction_asked_at: Date | null;
  destroyed_at: Date | null;
  sealed_question: string;
  sealed_who_can_act: string;
  sealed_safe_contact: string;
  sealed_about_service: string;
  open: boolean;
  /** People who stepped back from it. */
  recused_ids: string[];
  /** Break-glass that is open now. */
  opened_by: Array<{ personId: string; until: string }>;
}

/** What {@link queuePage} reads of a query for its row in the queue. */
export type QueueDbRow = Pick<
  QueryDbRow,
  | 'id'
  | 'reference'
  | 'version'
  | 'status'
  | 'received_at'
  | 'nation'
  | 'areas'
  | 'asker_kind'
  | 'channel'
  | 'tier'
  | 'high_risk'
  | 'urgency_band'
  | 'urgency_reasons'
  | 'own_urgency_band'
  | 'rank'
  | 'next_limit_on'
  | 'next_limit_title'
  | 'first_replied_at'
  | 'stopped_at'
  | 'stopped_for'
  | 'due_at'
  | 'closed_at'
  | 'open'
  | 'raised_by'
  | 'interpreter'
  | 'assignee_id'
  | 'second_reader_id'
  | 'former_answerer_ids'
  | 'case_id'
  | 'destroyed_at'
> & {
  /** Of the reply that is being written, where there is one. */
  draft_author_id: string | null;
  draft_kind: ReplyKind | null;
  draft_written_by: string[] | null;
};

/** What may be written to a row; the store adds the version. */
export type QueryPatch = Partial<
  Omit<QueryDbRow, 'id' | 'version' | 'open' | 'recused_ids' | 'opened_by'>
>;

/** A row of `advice.query_draft`. */
export interface DraftDbRow {
  query_id: string;
  id: string;
  author_id: string;
  /** Everybody who wrote on it; none of them reads it for a colleague. */
  written_by: string[];
  kind: ReplyKind;
  template_id: string | null;
  template_version: number | null;
  second_reader_id: string | null;
  saved_at: Date;
  sealed_body: string;
  sealed_returned_for: string | null;
}

/** A row of `advice.break_glass`. */
export interface OpeningDbRow {
  id: string;
  query_id: string;
  person_id: string;
  at: Date;
  until: Date;
  sealed_reason: string;
}

/** A row of `advice.query_entry`. */
export interface EntryDbRow {
  id: string;
  query_id: string;
  at: Date;
  kind: 'question' | 'reply' | 'from-asker' | 'to-asker' | 'note' | 'move';
  by_id: string | null;
  summary: string | null;
  staff_only: boolean;
  reply_kind: ReplyKind | null;
  template_id: string | null;
  template_version: number | null;
  second_reader_id: string | null;
  request_key: string | null;
  sealed_body: string | null;
}
