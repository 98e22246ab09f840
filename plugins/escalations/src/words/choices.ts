import {
  CASE_OUTCOME_NAMES,
  CaseOutcomeSchema,
  ESCALATION_STATUSES,
  ESCALATION_STATUS_NAMES,
  ESCALATION_TIERS,
  ESCALATION_TIER_NAMES,
  INTERPRETER_VALUES,
  INTERPRETER_VALUE_NAMES,
  KEY_OUTCOMES,
  KEY_OUTCOME_NAMES,
  LEGAL_REQUEST_KIND_NAMES,
  LEGAL_REQUEST_KINDS,
  LEVELS,
  LEVEL_NAMES,
  NRM_CONSENTS,
  NRM_CONSENT_NAMES,
  REGIONS,
  REGION_NAMES,
  RISK_FLAGS,
  RISK_FLAG_NAMES,
  SAFETY_RESULT_NAMES,
  SAFETY_SUBJECT_NAMES,
  SafetyResultSchema,
  SafetySubjectSchema,
  STATEMENT_KINDS,
  STATEMENT_KIND_NAMES,
  WAIT_CATEGORIES,
  WAIT_CATEGORY_NAMES,
  WRITTEN_KIND_NAMES,
  WrittenKindSchema,
} from '@imsa-hub/escalations-common';
import {
  KNOWLEDGE_AREAS,
  KNOWLEDGE_AREA_NAMES,
  NATIONS,
  NATION_NAMES,
} from '@imsa-hub/core';
import { capital, choicesOf } from '@imsa-hub/ui';

/** The fixed words of complex cases, to choose from, in their order. */
export const choices = {
  nation: choicesOf({ values: NATIONS, names: NATION_NAMES }),
  region: choicesOf({ values: REGIONS, names: REGION_NAMES }),
  area: choicesOf({ values: KNOWLEDGE_AREAS, names: KNOWLEDGE_AREA_NAMES }),
  risk: choicesOf({ values: RISK_FLAGS, names: RISK_FLAG_NAMES }),
  level: choicesOf({ values: LEVELS, names: LEVEL_NAMES }),
  tier: choicesOf({ values: ESCALATION_TIERS, names: ESCALATION_TIER_NAMES }),
  nrmConsent: choicesOf({ values: NRM_CONSENTS, names: NRM_CONSENT_NAMES }),
  status: ESCALATION_STATUSES.filter(status => status !== 'draft').map(
    status => ({
      value: status,
      label: capital(ESCALATION_STATUS_NAMES[status]),
    }),
  ),
  waitCategory: choicesOf({
    values: WAIT_CATEGORIES,
    names: WAIT_CATEGORY_NAMES,
  }),
  writtenKind: choicesOf({
    values: WrittenKindSchema.options,
    names: WRITTEN_KIND_NAMES,
  }),
  statementKind: choicesOf({
    values: STATEMENT_KINDS,
    names: STATEMENT_KIND_NAMES,
  }),
  interpreter: choicesOf({
    values: INTERPRETER_VALUES,
    names: INTERPRETER_VALUE_NAMES,
  }),
  legalRequest: choicesOf({
    values: LEGAL_REQUEST_KINDS,
    names: LEGAL_REQUEST_KIND_NAMES,
  }),
  safetySubject: choicesOf({
    values: SafetySubjectSchema.options,
    names: SAFETY_SUBJECT_NAMES,
  }),
  safetyResult: choicesOf({
    values: SafetyResultSchema.options,
    names: SAFETY_RESULT_NAMES,
  }),
  outcome: choicesOf({
    values: CaseOutcomeSchema.options,
    names: CASE_OUTCOME_NAMES,
  }),
  keyOutcome: choicesOf({ values: KEY_OUTCOMES, names: KEY_OUTCOME_NAMES }),
} as const;
