import type {
  Consent,
  EscalationStatus,
  EscalationTier,
  KeyOutcome,
  Level,
  NrmConsent,
  Region,
  RiskFlag,
  WaitCategory,
} from '@imsa-hub/escalations-common';
import type { KnowledgeArea, Nation } from '@imsa-hub/core';

/** A row of `escalations.escalation` without what is sealed, and what sight asks of it. */
export interface EscalationDbRow {
  id: string;
  reference: string;
  version: number;
  type: string;
  status: EscalationStatus;
  level: Level;
  case_reference: string;
  nation: Nation;
  region: Region;
  areas: KnowledgeArea[];
  tier: EscalationTier;
  risks: RiskFlag[];
  consent: Consent;
  /** Whether it was decided, with a reason, that it goes on without. */
  consent_overridden: boolean;
  nrm_consent: NrmConsent;
  raised_by: string;
  raised_at: Date;
  lead_id: string | null;
  next_lead_id: string | null;
  handler_id: string | null;
  subject_organisation_id: string | null;
  from_query_id: string | null;
  rank: number;
  press_on: string;
  review_on: string | null;
  next_limit_on: string | null;
  next_limit_title: string | null;
  state_since: Date;
  state_due_at: Date | null;
  warned_at: Date | null;
  late_at: Date | null;
  /** Which law its limits were worked out by. */
  limits_law: string | null;
  /** Since when nobody handles it, after its handler left. */
  released_at: Date | null;
  waiting_for: WaitCategory | null;
  waiting_until: string | null;
  /** When the day it waited for came. */
  wait_over_at: Date | null;
  key_outcomes: KeyOutcome[];
  has_learning_point: boolean;
  has_structural_issue: boolean;
  closed_at: Date | null;
  retain_until: string | null;
  held: boolean;
  /** When it was told that its retention ended. */
  retention_told_at: Date | null;
  /** Who asked that it be destroyed before its end. */
  destruction_asked_by: string | null;
  destruction_asked_at: Date | null;
  destroyed_at: Date | null;
  marked: Array<{ label: string; count: number }>;
  demo: boolean;
  open: boolean;
  /** People who stepped back from it. */
  recused_ids: string[];
  /** Break-glass that is open now. */
  opened_by: Array<{ personId: string; until: string }>;
  /** People who have a part in it now. */
  part_ids: string[];
}

/** The sealed columns of a row. */
export interface SealedEscalation {
  sealed_asked_of_hub: string;
  sealed_options_explained: string;
  sealed_consent_override: string | null;
  sealed_nrm_refused_why: string | null;
  sealed_extra: string | null;
  sealed_returned_for: string | null;
  sealed_learning_point: string | null;
  sealed_structural_issue: string | null;
}

/** What may be written to a row; the store adds the version. */
export type EscalationPatch = Partial<
  Omit<
    EscalationDbRow & SealedEscalation,
    | 'id'
    | 'version'
    | 'open'
    | 'consent_overridden'
    | 'recused_ids'
    | 'opened_by'
    | 'part_ids'
  >
>;
