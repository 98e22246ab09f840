import { answersInWords } from './answersInWords';
import { checkAnswers } from './checkAnswers';
import { JourneyPageSchema, type JourneyPage } from './JourneyPage';
import { reachablePages } from './reachablePages';

const pages: JourneyPage[] = [
  {
    id: 'reference',
    title: 'Reference',
    fields: [
      {
        name: 'reference',
        label: 'Case reference',
        kind: 'text',
        max: 12,
        required: 'Enter the reference',
        pattern: { source: '^[A-Z0-9-]+$', message: 'Use letters and digits' },
      },
    ],
  },
  {
    id: 'nrm',
    title: 'NRM',
    fields: [
      {
        name: 'nrm',
        label: 'What did they decide?',
        kind: 'choice',
        required: 'Say what they decided',
        options: [
          { value: 'yes', label: 'Agreed' },
          { value: 'no', label: 'Refused' },
        ],
      },
    ],
  },
  {
    id: 'why',
    title: 'Why not?',
    showWhen: { field: 'nrm', anyOf: ['no'] },
    fields: [
      {
        name: 'why',
        label: 'Why not?',
        kind: 'long-text',
        max: 100,
        required: 'Say why',
      },
    ],
  },
  {
    id: 'events',
    title: 'What happened',
    fields: [
      {
        name: 'events',
        label: 'Events',
        kind: 'list',
        itemName: 'event',
        max: 2,
        item: [
          {
            name: 'rule',
            label: 'What',
            kind: 'one-of',
            from: 'events',
            required: 'Choose what happened',
          },
          { name: 'date', label: 'When', kind: 'date', required: 'Say when' },
        ],
      },
    ],
  },
];
const good = {
  reference: 'NG-12',
  nrm: 'no',
  why: 'Afraid of the police',
  events: [{ rule: 'homelessness-review-england', date: '2026-11-02' }],
};

test('pages are well formed data', () => {
  for (const page of pages) {
    expect(JourneyPageSchema.parse(JSON.parse(JSON.stringify(page)))).toEqual(
      page,
    );
  }
});

test('a page is reached by what was answered', () => {
  const ids = (answers: object) =>
    reachablePages(pages, answers as never).map(({ id }) => id);
  expect(ids(good)).toEqual(['reference', 'nrm', 'why', 'events']);
  expect(ids({ nrm: 'yes' })).toEqual(['reference', 'nrm', 'events']);
});

test('whole answers pass and keep their form', () => {
  expect(checkAnswers({ pages, answers: good, complete: true })).toEqual({
    answers: good,
    problems: [],
  });
});

test('answers of a page that is not reached any more are left out', () => {
  const { answers, problems } = checkAnswers({
    pages,
    answers: { ...good, nrm: 'yes' },
    complete: true,
  });
  expect(problems).toEqual([]);
  expect(answers).not.toHaveProperty('why');
});

test.each([
  ['a draft may lack things', {}, false, []],
  [
    'what is sent may not',
    { nrm: 'no' },
    true,
    [
      ['reference', 'reference', 'Enter the reference'],
      ['why', 'why', 'Say why'],
    ],
  ],
  [
    'unknown fields',
    { other: 1 },
    false,
    [['', 'other', 'This is not asked here']],
  ],
  [
    'a wrong form',
    { reference: 'ada@x' },
    false,
    [['reference', 'reference', 'Use letters and digits']],
  ],
  [
    'a choice that is none',
    { nrm: 'perhaps' },
    false,
    [['nrm', 'nrm', 'Choose one of the answers']],
  ],
  [
    'items',
    { events: [{ rule: 'x', date: '2026-02-30' }, { date: '2026-02-03' }] },
    false,
    [
      ['events', 'events[0].date', 'Enter a date that exists'],
      ['events', 'events[1].rule', 'Choose what happened'],
    ],
  ],
  [
    'too many items',
    { events: [1, 2, 3].map(() => ({ rule: 'x', date: '2026-02-03' })) },
    false,
    [['events', 'events', 'Give 2 at most']],
  ],
])('%s', (_, answers, complete, expected) => {
  const { problems } = checkAnswers({ pages, answers, complete });
  expect(
    problems.map(({ page, field, message }) => [page, field, message]),
  ).toEqual(expected);
});

test('answers are told in words', () => {
  const told = answersInWords({
    pages,
    answers: good,
    name: (from, value) => `${from}/${value}`,
  });
  expect(told.map(({ answers }) => answers[0]?.text)).toEqual([
    'NG-12',
    'Refused',
    'Afraid of the police',
    'What: events/homelessness-review-england\nWhen: Monday 2 November 2026',
  ]);
  expect(
    answersInWords({ pages, answers: {}, name: () => '' })[0]?.answers[0]?.text,
  ).toBe('Not answered');
});
