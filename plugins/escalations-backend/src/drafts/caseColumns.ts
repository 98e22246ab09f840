import type { CoreAnswers } from '@imsa-hub/escalations-common';
import {
  markedIn as marksIn,
  type AnsweredPage,
  type JourneyAnswers,
} from '@imsa-hub/core';
import { CORE_PAGES } from './corePages';

/** Seals a text with the key of the case that is being written. */
export type SealForCase = (
  table: string,
  column: string,
  row: string,
  text: string,
  /** The words in it that somebody wrote, where it is more than words. */
  words?: string,
) => Promise<string>;

/** What of the answers stands in the open: words from fixed lists, and ids. */
export function plainColumns(core: CoreAnswers) {
  return {
    case_reference: core.caseReference,
    nation: core.nation,
    region: core.region,
    areas: core.areas,
    tier: core.tier,
    risks: core.risks,
    consent: core.consent,
    nrm_consent: core.nrmConsent,
    subject_organisation_id: core.organisation || null,
  };
}

/** What of the answers is sealed, in the columns of the case. */
export async function sealedColumns(input: {
  escalationId: string;
  core: CoreAnswers;
  inWords: readonly AnsweredPage[];
  seal: SealForCase;
}) {
  const { escalationId, core, seal } = input;
  const one = (column: string, text: string, words?: string) =>
    seal('escalation', column, escalationId, text, words);
  const some = async (column: string, text: string) =>
    text ? one(column, text) : null;
  const corePages = new Set(CORE_PAGES.map(page => page.id));
  const extra = input.inWords
    .filter(page => !corePages.has(page.page))
    .flatMap(page => page.answers.map(({ label, text }) => ({ label, text })));
  return {
    sealed_asked_of_hub: await one('sealed_asked_of_hub', core.askedOfHub),
    sealed_options_explained: await one(
      'sealed_options_explained',
      core.optionsExplained,
    ),
    sealed_consent_override: await some(
      'sealed_consent_override',
      core.consentOverride,
    ),
    sealed_nrm_refused_why: await some(
      'sealed_nrm_refused_why',
      core.nrmRefusedWhy,
    ),
    sealed_extra:
      extra.length > 0
        ? await one(
            'sealed_extra',
            JSON.stringify(extra),
            extra.map(({ text }) => text).join('\n'),
          )
        : null,
  };
}

/** What the confidentiality guard noticed in all free text, by kind. */
export function markedIn(answers: JourneyAnswers) {
  return marksIn(textsIn(answers).join('\n\n'));
}

/** Every text, also those within lists. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(textsIn)
    : [];
}
