import type { QueryRecord, Tier, TriageRequest } from '@imsa-hub/advice-common';
import type { KnowledgeArea } from '@imsa-hub/core';
import type { ChosenOrganisation } from '../ask/OrganisationField';

/** The triage form as it is being filled in; empty text is not chosen yet. */
export interface TriageDraft {
  tier: Tier | '';
  reason: string;
  professionalRole: string;
  issueArea: KnowledgeArea | '';
  highRisk: 'yes' | 'no' | '';
  areas: KnowledgeArea[];
  subjectOrganisation: ChosenOrganisation | null;
}

/** What the form starts from. Before the first triage, risk is not decided. */
export function triageFrom(record: QueryRecord): TriageDraft {
  const decided = record.highRisk ? 'yes' : 'no';
  return {
    tier: record.tier ?? '',
    reason: '',
    professionalRole: record.professionalRole ?? '',
    issueArea: record.issueArea ?? '',
    highRisk: record.tier || record.highRisk ? decided : '',
    areas: [...record.areas],
    subjectOrganisation: record.subjectOrganisation ?? null,
  };
}

/** What is sent; what another tier would have asked for is left out. */
export function triageBody(
  draft: TriageDraft,
): Omit<TriageRequest, 'version' | 'tier'> & { tier: Tier | '' } {
  const { tier } = draft;
  return {
    tier,
    reason: draft.reason,
    professionalRole: tier === 'advice' ? draft.professionalRole : '',
    issueArea: tier === 'intervention-only' ? draft.issueArea || null : null,
    highRisk: draft.highRisk === 'yes',
    areas: draft.areas,
    subjectOrganisationId: draft.subjectOrganisation?.id ?? null,
  };
}
