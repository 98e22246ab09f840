import type { PersonContext } from '@imsa-hub/network-node';
import { rankAssignees, type QueryToAssign } from './rankAssignees';

function aPerson(changes: Partial<PersonContext> = {}): PersonContext {
  const displayName = changes.displayName ?? 'Sam Field';
  const id = changes.id ?? displayName.toLowerCase().replace(' ', '-');
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName,
    email: 'sam@example.org',
    roles: ['imsa'],
    employments: [],
    organisationIds: [],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: [],
    specialisms: [],
    languages: ['en'],
    ...changes,
  };
}
const free = { openQueries: 0, conflicted: false };
const query: QueryToAssign = {
  nation: 'scotland',
  areas: ['housing-rights', 'welfare-benefits'],
  immigration: false,
  language: 'vi',
};

it('gives each reason in plain words', () => {
  const [found] = rankAssignees({
    query: { ...query, immigration: true },
    candidates: [
      {
        person: aPerson({
          nations: ['scotland'],
          specialisms: ['housing-rights', 'welfare-benefits'],
          languages: ['en', 'vi-VN'],
          training: 'trainee',
        }),
        openQueries: 3,
        conflicted: false,
      },
    ],
  });
  expect(found).toMatchObject({
    person: { id: 'sam-field', name: 'Sam Field', trainee: true },
    openQueries: 3,
    reasons: [
      'Specialises in Housing rights and Welfare benefits',
      'Works in Scotland',
      'Speaks Vietnamese',
      'Not recorded as regulated for immigration advice: may only signpost',
      '3 open queries',
      'Trainee',
    ],
  });
});

type Change = Partial<PersonContext>;
it.each<[string, Change, Change, Partial<QueryToAssign>]>([
  [
    'specialism before nation',
    { specialisms: query.areas },
    { nations: ['scotland'] },
    {},
  ],
  [
    'two areas before one',
    { specialisms: query.areas },
    { specialisms: ['housing-rights'] },
    {},
  ],
  [
    'nation before language',
    { nations: ['scotland'] },
    { languages: ['vi'] },
    {},
  ],
  ['language before none', { languages: ['vi'] }, {}, {}],
  [
    'regulated where it matters',
    { regulatedForImmigration: true },
    {},
    { immigration: true },
  ],
])('puts %s', (_, better, worse, changes) => {
  const found = rankAssignees({
    query: { ...query, ...changes },
    candidates: [
      { person: aPerson({ displayName: 'Ann Worse', ...worse }), ...free },
      { person: aPerson({ displayName: 'Zoe Better', ...better }), ...free },
    ],
  });
  expect(found.map(({ person }) => person.name)).toEqual([
    'Zoe Better',
    'Ann Worse',
  ]);
});

it('puts fewer open queries first, then the name', () => {
  const person = (displayName: string) => aPerson({ displayName });
  const found = rankAssignees({
    query,
    candidates: [
      { person: person('Ann Busy'), openQueries: 1, conflicted: false },
      { person: person('Zoe Free'), ...free },
      { person: person('Bea Free'), ...free },
    ],
  });
  expect(found.map(item => [item.person.name, item.reasons.at(-1)])).toEqual([
    ['Bea Free', 'No open queries'],
    ['Zoe Free', 'No open queries'],
    ['Ann Busy', '1 open query'],
  ]);
});

it('never suggests whoever has a conflict', () => {
  const person = aPerson({ specialisms: query.areas, nations: ['scotland'] });
  expect(
    rankAssignees({
      query,
      candidates: [{ person, openQueries: 0, conflicted: true }],
    }),
  ).toEqual([]);
});

it('does not count English, or a licence nobody needs', () => {
  const [one, other] = rankAssignees({
    query: { ...query, language: 'en' },
    candidates: [
      { person: aPerson({ regulatedForImmigration: true }), ...free },
      { person: aPerson({ displayName: 'Ann Other', languages: [] }), ...free },
    ],
  });
  expect(one?.score).toBe(other?.score);
  expect(one?.reasons).toEqual(['No open queries']);
});
