import { aRule } from './__fixtures__/aRule';
import { composeDeadlineRules } from './composeDeadlineRules';
import { DeadlineRulesError, loadDeadlineRules } from './loadDeadlineRules';
import { deadlineEvents } from './deadlineEvents';
import { factsAskedBy } from './deadlineRule';
import { rulesFor } from './rulesFor';

function problemsOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof DeadlineRulesError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadDeadlineRules', () => {
  it('takes a list, or a file with the list under rules', () => {
    expect(loadDeadlineRules([aRule()])).toEqual([aRule()]);
    expect(loadDeadlineRules({ rules: [aRule()] })).toEqual([aRule()]);
  });

  it('names every problem by rule and field', () => {
    const problems = problemsOf(() =>
      loadDeadlineRules([
        { ...aRule({ id: 'first' }), period: { days: 1, months: 1 } },
        {
          ...aRule({ id: 'second' }),
          reviewedOn: '2026-02-30',
          nations: ['france'],
          colour: 'red',
        },
        { ...aRule(), id: undefined },
        aRule({ id: 'first' }),
      ]),
    );
    expect(problems.map(({ ruleId, field }) => [ruleId, field])).toEqual(
      expect.arrayContaining([
        ['first', 'period'],
        ['second', 'reviewedOn'],
        ['second', 'nations.0'],
        ['second', 'colour'],
        ['rule 3', 'id'],
        ['first', 'id'],
      ]),
    );
  });

  it.each([
    [{ period: {} }, 'period'],
    [{ period: { hours: 36 } }, 'period.hours'],
    [{ period: { days: 0 } }, 'period.days'],
    [{ period: { days: 1.5 } }, 'period.days'],
    [{ postAllowanceHours: 12 }, 'postAllowanceHours'],
    [{ nations: [] }, 'nations'],
    [{ nations: ['wales', 'wales'] }, 'nations'],
    [{ effectiveFrom: '2026-02-01', effectiveTo: '2026-02-01' }, 'effectiveTo'],
    [{ sourceUrl: ['javascript', 'alert(1)'].join(':') }, 'sourceUrl'],
    [{ id: 'Not An Id' }, 'id'],
    [{ title: '  ' }, 'title'],
  ])('refuses %j', (changes, field) => {
    const problems = problemsOf(() =>
      loadDeadlineRules([{ ...aRule(), ...changes }]),
    );
    expect(problems.map(problem => problem.field)).toContain(field);
  });

  it.each([undefined, null, 'rules', { rule: [] }])('refuses %j', data =>
    expect(problemsOf(() => loadDeadlineRules(data))).toHaveLength(1),
  );
});

describe('composeDeadlineRules', () => {
  const provider = (id: string, ...rules: ReturnType<typeof aRule>[]) => ({
    id,
    rules: () => rules,
  });

  it('keeps the order of providers', () => {
    const rules = composeDeadlineRules([
      provider('catalog', aRule({ id: 'one' })),
      provider('elsewhere', aRule({ id: 'two', followOn: ['one'] })),
    ]);
    expect(rules.map(rule => rule.id)).toEqual(['one', 'two']);
  });

  it('names both who bring the same rule', () => {
    const compose = () =>
      composeDeadlineRules([
        provider('catalog', aRule()),
        provider('elsewhere', aRule()),
      ]);
    expect(compose).toThrow(
      'a-rule: id: Both catalog and elsewhere bring this rule; rename one',
    );
  });

  it('refuses links to nowhere and overlapping versions', () => {
    const problems = problemsOf(() =>
      composeDeadlineRules([
        provider(
          'catalog',
          aRule({ id: 'old' }),
          aRule({
            id: 'new',
            supersedes: 'old',
            effectiveFrom: '2026-01-01',
            followOn: ['gone'],
          }),
          aRule({ id: 'lost', supersedes: 'never' }),
        ),
      ]),
    );
    expect(problems).toEqual([
      { ruleId: 'new', field: 'followOn', problem: 'There is no rule gone' },
      {
        ruleId: 'new',
        field: 'supersedes',
        problem: 'Both this rule and old would be in force',
      },
      {
        ruleId: 'lost',
        field: 'supersedes',
        problem: 'There is no rule never',
      },
    ]);
  });
});

describe('rulesFor', () => {
  const rules = [
    aRule({ id: 'old', effectiveTo: '2026-05-08' }),
    aRule({ id: 'new', effectiveFrom: '2026-05-08' }),
    aRule({ id: 'other', eventId: 'other-event', event: 'Something else' }),
    aRule({ id: 'welsh', nations: ['wales'] }),
  ];

  it.each([
    ['2026-05-07', undefined, ['old', 'other']],
    ['2026-05-08', undefined, ['new', 'other']],
    ['2026-05-08', 'a-decision', ['new']],
    ['2026-05-08', 'Something else', ['other']],
    ['2026-05-08', 'unheard-of', []],
  ])('on %s for %s: %j', (onDate, event, expected) => {
    const found = rulesFor({
      nation: 'england',
      onDate,
      rules,
      ...(event === undefined ? {} : { event }),
    });
    expect(found.map(rule => rule.id)).toEqual(expected);
  });
});

test('deadlineEvents names each event of a nation once', () => {
  const rules = [
    aRule({ id: 'old', effectiveTo: '2026-05-08' }),
    aRule({ id: 'new', effectiveFrom: '2026-05-08' }),
    aRule({ id: 'welsh', eventId: 'welsh-event', nations: ['wales'] }),
  ];
  expect(deadlineEvents({ nation: 'england', rules })).toEqual([
    { eventId: 'a-decision', event: 'Told of the decision' },
  ]);
  expect(deadlineEvents({ nation: 'wales', rules })).toHaveLength(1);
});

test('factsAskedBy lists what to ask for', () => {
  const statement = { id: 'statement', question: 'Date of the statement' };
  const decision = { id: 'decision', question: 'Date of the decision' };
  const rule = aRule({
    extensions: [{ fact: statement, days: 14, words: 'Given in time' }],
    endsEarlier: { fact: decision, words: 'Ends with it' },
  });
  expect(factsAskedBy(rule)).toEqual([statement, decision]);
  expect(factsAskedBy(aRule())).toEqual([]);
});
