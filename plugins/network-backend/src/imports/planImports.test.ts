import { MOST_CSV_ROWS } from '@imsa-hub/network-common';
import type { RegisterToday } from './importPlan';
import { planOrganisations } from './planOrganisations';
import { planPeople } from './planPeople';

const register: RegisterToday = {
  emails: new Set(['known@hub.example']),
  organisations: new Map([
    ['northgate advocacy', { id: 'northgate', left: false }],
    ['left behind', { id: 'left', left: true }],
  ]),
  today: '2026-11-23',
};

const GOOD: Record<string, string> = {
  name: 'Ada',
  email: 'ada@hub.example',
  training: 'accredited',
  roles: 'imsa',
  organisation: 'Northgate Advocacy',
  kind: 'external',
  started_on: '2026-01-31',
  planned_end_on: '2028-05-31',
  nations: 'england;wales',
  specialisms: 'housing-rights',
  languages: 'en; cy',
  regulator: 'immigration-advice-authority',
  regulation_number: 'D-1',
  regulated_until: '2028-01-01',
};

const file = (...rows: Array<Record<string, string>>) =>
  [
    Object.keys(GOOD).join(','),
    ...rows.map(row =>
      Object.values({ ...GOOD, ...row })
        .map(cell =>
          /[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell,
        )
        .join(','),
    ),
  ].join('\r\n');

test('a good row becomes a person, an employment and roles', () => {
  const plan = planPeople(`\ufeff${file({})}`, register);
  expect(plan.problems).toEqual([]);
  expect(plan.items).toEqual([
    {
      registered: {
        displayName: 'Ada',
        email: 'ada@hub.example',
        training: 'accredited',
        nations: ['england', 'wales'],
        specialisms: ['housing-rights'],
        languages: ['en', 'cy'],
        regulation: {
          regulator: 'immigration-advice-authority',
          number: 'D-1',
          validUntil: '2028-01-01',
        },
      },
      employment: {
        organisationId: 'northgate',
        kind: 'external',
        startedOn: '2026-01-31',
        plannedEndOn: '2028-05-31',
      },
      roles: ['imsa'],
      fromOn: '2026-01-31',
    },
  ]);
});

describe('each bad cell is named by row and column', () => {
  it.each<[Record<string, string>, string, RegExp]>([
    [{ name: '' }, 'name', /Enter the name/],
    [{ name: '=HYPERLINK("http://x")' }, 'name', /formula/],
    [{ name: '  =1+1' }, 'name', /formula/],
    [{ name: '+44' }, 'name', /formula/],
    [{ name: '@SUM(1)' }, 'name', /formula/],
    [{ name: '-1' }, 'name', /formula/],
    [{ name: 'A\u0000da' }, 'name', /cannot be shown/],
    [{ name: 'Two\nLines' }, 'name', /one line/],
    [{ name: 'x'.repeat(121) }, 'name', /120 characters/],
    [{ email: '' }, 'email', /Enter the e-mail/],
    [{ email: 'ada' }, 'email', /like name@organisation/],
    [{ email: 'KNOWN@hub.example' }, 'email', /registered .* already/],
    [{ training: 'expert' }, 'training', /accredited, trainee, not-an-imsa/],
    [{ training: 'not-an-imsa' }, 'roles', /accredited or a trainee/],
    [{ roles: 'boss' }, 'roles', /hub-manager/],
    [{ roles: 'imsa;imsa' }, 'roles', /once/],
    [{ roles: 'senior-imsa', training: 'trainee' }, 'roles', /accredited/],
    [
      { kind: 'staff', planned_end_on: '' },
      'roles',
      /secondment or external recruitment/,
    ],
    [
      { organisation: 'Northgate Advokacy' },
      'organisation',
      /not in the register/,
    ],
    [{ organisation: 'Left Behind' }, 'organisation', /has left/],
    [{ kind: 'volunteer' }, 'kind', /secondment, external, staff/],
    [{ kind: '' }, 'kind', /Enter secondment/],
    [{ started_on: '31/01/2026' }, 'started_on', /year-month-day/],
    [{ started_on: '2026-02-30' }, 'started_on', /exists/],
    [
      { planned_end_on: '2028-05-30' },
      'planned_end_on',
      /28 months: enter 2028-05-31/,
    ],
    [{ planned_end_on: '' }, 'planned_end_on', /2028-05-31 or later/],
    [{ planned_end_on: 'soon' }, 'planned_end_on', /exists/],
    [{ nations: 'england;france' }, 'nations', /northern-ireland/],
    [{ specialisms: 'cooking' }, 'specialisms', /housing-rights/],
    [{ languages: 'English' }, 'languages', /code/],
    [{ regulator: '' }, 'regulator', /Enter who/],
    [{ regulator: 'me' }, 'regulator', /immigration-advice-authority/],
    [{ regulation_number: '' }, 'regulation_number', /Enter the reg/],
    [{ regulated_until: '' }, 'regulated_until', /last day/],
  ])('%j: %s', (change, column, problem) => {
    const other = { name: 'Bo', email: 'bo@hub.example' };
    const plan = planPeople(file(other, change), register);
    expect(plan.problems).toEqual([
      { row: 3, column, problem: expect.stringMatching(problem) },
    ]);
    expect(plan.items).toHaveLength(1);
  });

  it('an employment without its organisation', () => {
    const plan = planPeople(file({ organisation: '', roles: '' }), register);
    expect(plan.problems.map(problem => problem.column)).toEqual([
      'organisation',
      'organisation',
      'organisation',
    ]);
  });

  it('a role that needs an employment, without any', () => {
    const plan = planPeople(
      'name,email,training,roles\nAda,ada@hub.example,accredited,hub-manager;advisory-board',
      register,
    );
    expect(plan.problems).toEqual([
      {
        row: 2,
        column: 'organisation',
        problem: 'Enter the organisation: the role hub-manager needs one',
      },
    ]);
  });

  it('all problems of all rows at once', () => {
    const plan = planPeople(
      file({ name: '', training: 'x' }, { email: 'x', kind: 'y' }),
      register,
    );
    expect(plan.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 name',
      '2 training',
      '3 email',
      '3 kind',
    ]);
  });

  it('one address in two rows', () => {
    const plan = planPeople(file({}, { email: 'ADA@hub.example' }), register);
    expect(plan.problems).toEqual([
      {
        row: 3,
        column: 'email',
        problem: 'This is the same address as in row 2',
      },
    ]);
  });
});

describe('the form of a file', () => {
  it.each<
    [string, string, { row: number; column?: string; problem?: unknown }]
  >([
    ['nothing', ' ', { row: 1 }],
    [
      'no rows',
      'name,email,training',
      { row: 1, problem: expect.stringMatching(/no rows/) },
    ],
    [
      'a missing column',
      'name,email\nA,a@b.example',
      { row: 1, column: 'training' },
    ],
    [
      'a column that is not known',
      'name,email,training,age\nA,a@b.example,trainee,3',
      { row: 1, column: 'age' },
    ],
    [
      'a column twice',
      'name,email,training,name\nA,a@b.example,trainee,A',
      { row: 1, column: 'name' },
    ],
    [
      '__proto__ for a column',
      'name,email,training,__proto__\nA,a@b.example,trainee,A',
      { row: 1, column: '__proto__' },
    ],
    ['a row too short', 'name,email,training\nA,a@b.example', { row: 2 }],
    [
      'a row too long',
      'name,email,training\nA,a@b.example,trainee,x',
      { row: 2 },
    ],
    ['open quotes', 'name,email,training\nA,"a@b.example,trainee', { row: 2 }],
    [
      'quotes inside',
      'name,email,training\nA,a@b".example,trainee',
      { row: 2 },
    ],
    [
      'semicolons between cells',
      'name;email;training\nA;a@b.example;trainee',
      { row: 1 },
    ],
    [
      'a row without end',
      `name,email,training\n${'x'.repeat(30_000)}`,
      { row: 2 },
    ],
  ])('%s', (_what, csv, expected) => {
    const { problems, items } = planPeople(csv, register);
    expect(items).toEqual([]);
    expect(problems[0]).toMatchObject(expected);
  });

  it('counts blank lines, as a spreadsheet does', () => {
    const plan = planPeople(
      'name,email,training\n\n,,\nAda,ada@hub.example,expert\n',
      register,
    );
    expect(plan.rows).toBe(1);
    expect(plan.problems).toMatchObject([{ row: 4, column: 'training' }]);
  });

  it('takes headers as people write them, in any order', () => {
    const plan = planPeople(
      'Training,E-mail,Name\ntrainee,a@b.example,A'.replace('E-mail', 'Email'),
      register,
    );
    expect(plan.problems).toEqual([]);
    expect(plan.items).toHaveLength(1);
  });

  it('stops at too many rows', () => {
    const rows = Array.from(
      { length: MOST_CSV_ROWS + 1 },
      (_, index) => `P,p${index}@x.example,trainee`,
    );
    const plan = planPeople(
      ['name,email,training', ...rows].join('\n'),
      register,
    );
    expect(plan.problems).toMatchObject([
      { row: 1, problem: expect.stringContaining('2,000') },
    ]);
  });
});

describe('organisations', () => {
  const header = 'name,sector,nation,area,cohort,joined_on';
  it.each([
    ['New,ngo,wales,Bala,2026-1,2026-01-01', undefined],
    ['New,ngo,wales,Bala,,2026-01-01', undefined],
    ['Nórthgate  ADVOCACY,ngo,wales,Bala,,2026-01-01', 'name'],
    ['New,charity,wales,Bala,,2026-01-01', 'sector'],
    ['New,ngo,cymru,Bala,,2026-01-01', 'nation'],
    ['New,ngo,wales,,,2026-01-01', 'area'],
    ['New,ngo,wales,Bala,first,2026-01-01', 'cohort'],
    ['New,ngo,wales,Bala,,1 Jan 2026', 'joined_on'],
  ])('%s', (row, column) => {
    const plan = planOrganisations(`${header}\n${row}`, register);
    expect(plan.problems.map(problem => problem.column)).toEqual(
      column ? [column] : [],
    );
    expect(plan.items).toHaveLength(column ? 0 : 1);
  });
});
