import {
  answersInWords,
  checkAnswers,
  newId,
  reachablePages,
  type JourneyPage,
} from '@imsa-hub/core';
import {
  DraftSchema,
  SavePageRequestSchema,
  type Draft,
} from '@imsa-hub/escalations-common';
import {
  FakeBackend,
  NO_BODY,
  Refusal,
  type Arrived,
} from '@imsa-hub/ui/src/testing/FakeBackend';

const API = 'plugin://escalations';

/** A short journey with every kind of field. */
export const PAGES: readonly JourneyPage[] = [
  {
    id: 'reference',
    title: 'How do you know this case?',
    fields: [
      {
        name: 'caseReference',
        label: 'Case reference',
        kind: 'text',
        max: 20,
        required: 'Enter your case reference',
      },
    ],
  },
  {
    id: 'place',
    title: 'Where is the case?',
    fields: [
      {
        name: 'nation',
        label: 'Nation',
        kind: 'choice',
        required: 'Choose a nation',
        options: [
          { value: 'england', label: 'England' },
          { value: 'scotland', label: 'Scotland' },
        ],
      },
    ],
  },
  {
    id: 'ask',
    title: 'What do you ask of the Hub?',
    fields: [
      {
        name: 'askedOfHub',
        label: 'What you ask of the Hub',
        kind: 'long-text',
        max: 10_000,
        required: 'Write what you ask of the Hub',
      },
    ],
  },
  {
    id: 'nrm',
    title: 'What did they decide?',
    fields: [
      {
        name: 'nrm',
        label: 'Decision',
        kind: 'choice',
        required: 'Say what they decided',
        options: [
          { value: 'agreed', label: 'Agreed' },
          { value: 'refused', label: 'Did not want it' },
        ],
      },
    ],
  },
  {
    id: 'why',
    title: 'Why not?',
    showWhen: { field: 'nrm', anyOf: ['refused'] },
    fields: [
      {
        name: 'why',
        label: 'Their reasons',
        kind: 'long-text',
        max: 1_000,
        required: 'Write why',
      },
    ],
  },
  {
    id: 'meetings',
    title: 'When did you meet?',
    fields: [
      {
        name: 'encounters',
        label: 'Meetings and calls',
        kind: 'list',
        itemName: 'meeting',
        max: 3,
        required: 'Add at least one meeting or call',
        item: [
          {
            name: 'date',
            label: 'Date',
            kind: 'date',
            required: 'Enter the date of the meeting',
          },
          { name: 'note', label: 'Note', kind: 'text', max: 300 },
        ],
      },
    ],
  },
  {
    id: 'events',
    title: 'Which events have a limit?',
    fields: [
      {
        name: 'events',
        label: 'Events',
        kind: 'list',
        itemName: 'event',
        max: 3,
        item: [
          {
            name: 'ruleId',
            label: 'What happened',
            kind: 'one-of',
            from: 'events',
            required: 'Choose what happened',
          },
          {
            name: 'date',
            label: 'Day',
            kind: 'date',
            required: 'Enter the day',
          },
        ],
      },
    ],
  },
];

/** Answers to all of it. */
export const WHOLE = {
  caseReference: 'NG-0412',
  nation: 'england',
  askedOfHub: 'Can it be challenged?',
  nrm: 'agreed',
  encounters: [{ date: '2026-11-20' }],
};

export const A_LIMIT = {
  ruleId: 'housing-review',
  title: 'Ask for a review',
  eventDate: '2026-11-20',
  limit: '2026-12-10',
  kind: 'limit',
  working: ['21 days, counted from 21 November 2026'],
  confidence: 'primary',
  source: 'Housing Act 1996, section 202',
  caution: '',
};

/** A backend that keeps one draft as the real one does. */
export function aRaiseBackend(
  start: Partial<Pick<Draft, 'answers' | 'escalationId' | 'returnedFor'>> = {},
) {
  sessionStorage.clear();
  const id = newId();
  let version = 1;
  let answers: Record<string, unknown> = { ...start.answers };
  const draft = () => {
    const pages = reachablePages(PAGES, answers);
    const { problems } = checkAnswers({
      pages: PAGES,
      answers,
      complete: true,
    });
    return DraftSchema.parse({
      id,
      version,
      type: { id: 'general', title: 'Complex case' },
      escalationId: start.escalationId ?? null,
      returnedFor: start.returnedFor ?? null,
      fromQuery: null,
      pages,
      answers,
      done: pages
        .filter(
          page =>
            !problems.some(problem => problem.page === page.id) &&
            page.fields.some(({ name }) => answers[name] !== undefined),
        )
        .map(page => page.id),
      problems,
      inWords: answersInWords({
        pages: PAGES,
        answers,
        name: (_, value) => value,
      }),
      limits: [],
      savedAt: '2026-11-27T09:00:00.000Z',
    });
  };
  const put = (part: Record<string, unknown>) => {
    answers = { ...answers, ...part };
    version += 1;
  };
  const save = (request: Arrived) => {
    const body = SavePageRequestSchema.parse(request.body);
    if (body.version !== version) {
      return new Refusal(409, {
        detail: 'This draft was changed in another window.',
        current: draft(),
      });
    }
    put(body.answers);
    return draft();
  };
  const list = {
    drafts: [
      {
        id,
        typeTitle: 'Complex case',
        caseReference: 'NG-0412',
        savedAt: '2026-11-27T09:00:00.000Z',
        returned: false,
      },
    ],
    toMend: [] as unknown[],
  };
  const backend = new FakeBackend()
    .on(`GET ${API}/choices`, () => ({
      contact: { phone: '020 7946 0321', mail: null },
      types: [{ id: 'general', title: 'Complex case', description: 'Any.' }],
      organisations: [],
      events: [
        {
          ruleId: 'housing-review',
          title: 'Ask for a review',
          event: 'Told of a homelessness decision',
          nations: ['england'],
        },
      ],
      handlers: [],
      imsas: [],
    }))
    .on(`POST ${API}/limits`, () => ({ limits: [A_LIMIT] }))
    .on(`GET ${API}/drafts`, () => list)
    .on(`POST ${API}/drafts`, () => ({ id }))
    .on(`GET ${API}/drafts/${id}`, draft)
    .on(`DELETE ${API}/drafts/${id}`, () => {
      list.drafts = [];
      return NO_BODY;
    })
    .on(`PUT ${API}/drafts/${id}/page`, save)
    .on(`POST ${API}/drafts/${id}/submit`, () => ({
      id: 'the-case',
      reference: 'ESC-7K3M9Q',
    }));
  return {
    backend,
    id,
    list,
    at: (page: string) => `/cases/drafts/${id}/${page}`,
    /** Another window saves this. */
    elsewhere: put,
    answers: () => answers,
    saves: () =>
      backend.to(`PUT ${API}/drafts/${id}/page`).map(({ body }) => body),
    submits: () => backend.to(`POST ${API}/drafts/${id}/submit`),
    begins: () => backend.to(`POST ${API}/drafts`),
  };
}
