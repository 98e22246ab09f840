import { answeredPages, answersOf } from '../support/raiseCase';
import type { DrillFacts, DrillMove } from './DrillMove';

/** In its own place, and in what was submitted. */
const TWICE = [{ times: 2 }];

const begin: DrillMove = {
  type: 'escalations.draft-begun',
  by: 'askerId',
  method: 'POST',
  path: () => '/api/escalations/drafts',
  body: ({ requestKey }) => ({ type: 'general', requestKey }),
  staleBy: 'draftVersion',
  learn: (_facts, { id }) => ({ draftId: id }),
  rows: {},
  counts: false,
  stands: [],
  tells: () => [],
};

/** Pages whose answers are words from lists, or hold no text of their own. */
const WITHOUT_TEXT = new Set([
  'reference',
  'place',
  'areas',
  'consent',
  'nrm',
  'tier',
]);

const pagesOf = ({ caseReference }: DrillFacts, word: string) =>
  answeredPages(answersOf({ word, more: { caseReference } }));

const save = (page: string): DrillMove => ({
  ...begin,
  type: 'escalations.draft-saved',
  method: 'PUT',
  path: ({ draftId }) => `/api/escalations/drafts/${draftId}/page`,
  body: (facts, marker) => ({
    version: facts.draftVersion,
    ...pagesOf(facts, marker).find(answered => answered.page === page),
  }),
  learn: (_facts, { version }) => ({ draftVersion: version }),
  stands: WITHOUT_TEXT.has(page) ? [] : TWICE,
});

const submit: DrillMove = {
  ...begin,
  type: 'escalations.raised',
  path: ({ draftId }) => `/api/escalations/drafts/${draftId}/submit`,
  body: ({ draftVersion }) => ({ version: draftVersion }),
  learn: (_facts, { id }) => ({ recordId: id, version: 1 }),
  rows: { entry: 1, submission: 1, statement: 3, encounter: 1, participant: 2 },
  tells: cast => cast.deskIds,
  toldUnless: 'escalations.accepted',
};

const PAGES = answeredPages(answersOf({ word: '' }));

/** The writes that bring a complex case to the Hub, page by page. */
export const draftMoves: readonly DrillMove[] = [
  begin,
  ...PAGES.map(({ page }) => save(page)),
  submit,
];
