import { newId } from '@imsa-hub/core';
import { randomInt } from 'node:crypto';
import { decideConsent } from './decideConsent';
import type { HubAnswer, HubClient } from './HubClient';

/** A case as whoever raised it knows it. */
export interface RaisedCase {
  id: string;
  /** The hub's own: `ESC-7K3M9Q`. */
  reference: string;
  /** The IMSA's own: `ZQ-12345678`. */
  caseReference: string;
}

/** What is written into a case. */
export interface CaseAnswers {
  /** Stands in every text. */
  word: string;
  subjectId?: string | null;
  /** Answers that take the place of the usual ones, or come beside them. */
  more?: Readonly<Record<string, unknown>>;
  type?: string;
}

/** Which page of the journey asks for which of these answers. */
const PAGES: ReadonlyArray<readonly [page: string, fields: readonly string[]]> =
  [
    ['reference', ['caseReference']],
    ['place', ['nation', 'region']],
    ['areas', ['areas']],
    ['ask', ['askedOfHub']],
    ['options', ['optionsExplained']],
    ['choice', ['choice']],
    ['justice', ['justice']],
    ['safety-plan', ['safetyPlan']],
    ['consent', ['consent']],
    ['consent-override', ['consentOverride']],
    ['meetings', ['encounters']],
    ['risks', ['risks']],
    ['nrm', ['nrmConsent']],
    ['nrm-refused', ['nrmRefusedWhy']],
    ['events', ['events']],
    ['organisation', ['organisation']],
    ['tier', ['tier']],
    ['legal-requests', ['legalRequests']],
  ];

/** The pages of the journey that are answered, in order, with what they are given. */
export function answeredPages(
  all: Readonly<Record<string, unknown>>,
): Array<{ page: string; answers: Record<string, unknown> }> {
  return PAGES.map(([page, fields]) => ({
    page,
    answers: Object.fromEntries(
      fields
        .filter(field => all[field] !== undefined)
        .map(field => [field, all[field]]),
    ),
  })).filter(({ answers: given }) => Object.keys(given).length > 0);
}

/** Answers to every page. */
export const answersOf = ({
  word,
  subjectId,
  more,
}: CaseAnswers): Record<string, unknown> => ({
  caseReference: `ZQ-${randomInt(10_000_000, 99_999_999)}`,
  nation: 'england',
  region: 'london',
  areas: ['housing-rights'],
  askedOfHub: `What can be done about the decision? ${word}`,
  optionsExplained: `A review, or leaving it. ${word}`,
  choice: `To stay near the college. ${word}`,
  justice: `That somebody says it was wrong. ${word}`,
  safetyPlan: `Call the support line first. ${word}`,
  consent: 'given',
  encounters: [
    { date: '2026-11-20', interpreter: 'english-fluent', note: word },
  ],
  nrmConsent: 'already-referred',
  tier: 'full-advocacy',
  ...(subjectId ? { organisation: subjectId } : {}),
  ...more,
});

/** Begins a draft and answers every page of it; its id and version. */
export async function draftCase(
  client: HubClient,
  answers: CaseAnswers,
): Promise<{ id: string; version: number; caseReference: string }> {
  const all: Record<string, unknown> = answersOf(answers);
  const begun = await must<{ id: string }>(
    client.post('/api/escalations/drafts', {
      type: answers.type ?? 'general',
      requestKey: newId(),
    }),
  );
  let version = 1;
  for (const page of answeredPages(all)) {
    const saved = await must<{ version: number }>(
      client.send('PUT', `/api/escalations/drafts/${begun.id}/page`, {
        version,
        ...page,
      }),
    );
    version = saved.version;
  }
  return { id: begun.id, version, caseReference: String(all.caseReference) };
}

/** Raises a case by the hub's own interface. @throws Error where it is refused */
export async function raiseCase(
  client: HubClient,
  answers: CaseAnswers,
  /** Who decides, and why, where the survivor does not agree. */
  without?: { decider: HubClient; reason: string },
): Promise<RaisedCase> {
  const draft = await draftCase(client, answers);
  if (without) await decideConsent({ author: client, draft, ...without });
  const raised = await must<RaisedCase>(
    client.post(`/api/escalations/drafts/${draft.id}/submit`, {
      version: draft.version,
    }),
  );
  const { id, reference } = raised;
  return { id, reference, caseReference: draft.caseReference };
}

async function must<T>(answer: Promise<HubAnswer<T>>): Promise<T> {
  const { status, body, text } = await answer;
  if (status < 300) return body;
  throw new Error(`Writing a case was refused: ${status} ${text}`);
}
