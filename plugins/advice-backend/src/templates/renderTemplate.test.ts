import { exampleView, TEMPLATE_FIELDS } from './TemplateView';
import { renderTemplate } from './renderTemplate';

const render = (body: string, changes = {}) =>
  renderTemplate({ body, view: { ...exampleView, ...changes } });

it.each([
  ['{{reference}} in {{nation}}', 'ADV-7K3M9Q in England'],
  ['{{this.reference}}', 'ADV-7K3M9Q'],
  [
    '{{#if professional}}To {{professional}}{{else}}To whom{{/if}}',
    'To housing officer',
  ],
  ['{{#unless professional}}Nobody{{else}}Somebody{{/unless}}', 'Somebody'],
  ['{{^if professional}}Nobody{{else}}Somebody{{/if}}', 'Somebody'],
  [
    '{{#with professional}}{{this}} {{../nation}}{{/with}}',
    'housing officer England',
  ],
  [
    '{{#each limits}}{{../reference}} {{date}};{{/each}}',
    'ADV-7K3M9Q Friday 11 December 2026;ADV-7K3M9Q Sunday 20 December 2026;',
  ],
  ['{{! a remark }}a', 'a'],
  ['{{#if limits}}\nyes\n{{/if}}\nend', 'yes\nend'],
])('fills %s', (body, text) => {
  expect(render(body)).toEqual({ text });
});

it('takes the other way where there is nothing', () => {
  const nothing = { professional: '', limits: [] };
  expect(render('{{#if professional}}a{{else}}b{{/if}}', nothing).text).toBe(
    'b',
  );
  expect(render('{{#each limits}}a{{else}}none{{/each}}', nothing).text).toBe(
    'none',
  );
  expect(render('{{#with professional}}a{{/with}}', nothing).text).toBe('');
});

it('takes what people wrote for data', () => {
  const professional = '{{reference}} <b>&</b> {{#each limits}} \\{{';
  expect(render('{{professional}}', { professional }).text).toBe(professional);
});

it.each([
  ['a\n{{foo}}', 'Line 2: There is no field “foo” here'],
  // Also in a part that is not filled today.
  ['{{#unless professional}}{{foo}}{{/unless}}', 'There is no field “foo”'],
  ['{{title}}', 'There is no field “title”'],
  ['{{limits}}', '“limits” is a list: write {{#each limits}}'],
  ['{{#each nation}}a{{/each}}', '“nation” is not a list'],
  ['{{constructor}}', 'There is no field “constructor”'],
  ['{{__proto__}}', 'There is no field “__proto__”'],
  ['{{nation.constructor}}', 'There is no field “nation.constructor”'],
  ['{{nation.length}}', 'There is no field “nation.length”'],
  ['{{limits.length}}', 'There is no field “limits.length”'],
  ['{{limits.[0].title}}', 'There is no field'],
  ['{{#with this}}{{toString}}{{/with}}', 'There is no field “toString”'],
  ['{{../reference}}', 'There is no field “../reference”'],
  ['{{#each limits}}{{@index}}{{/each}}', 'There is no field “@index”'],
  ['{{@root.reference}}', 'There is no field “@root.reference”'],
  ['{{{reference}}}', 'two braces, not three'],
  ['{{&reference}}', 'two braces, not three'],
  ['{{lookup limits 0}}', 'Write one field'],
  ['{{log reference}}', 'Write one field'],
  ['{{nation a=reference}}', 'Write one field'],
  ['{{"reference"}}', 'Write one field'],
  ['{{(nation)}}', 'Line 1:'],
  ['{{> other}}', 'cannot take in another'],
  ['{{#> layout}}a{{/layout}}', 'cannot take in another'],
  ['{{#*inline "a"}}b{{/inline}}', 'cannot take in another'],
  ['{{*decorate}}', 'cannot take in another'],
  ['{{#nation}}a{{/nation}}', '“nation” cannot open a block'],
  ['{{#log nation}}a{{/log}}', '“log” cannot open a block'],
  ['{{#if nation limits}}a{{/if}}', 'with exactly one field'],
  ['{{#if nation includeZero=true}}a{{/if}}', 'with exactly one field'],
  ['{{#if (nation)}}a{{/if}}', 'with exactly one field'],
  ['{{#if true}}a{{/if}}', 'with exactly one field'],
  ['{{#each limits as |limit|}}a{{/each}}', 'with exactly one field'],
  ['a\nb {{#if nation}}', 'Line 2: The braces or blocks here do not fit'],
  ['a\n{{nation', 'Line 2: The braces or blocks here do not fit'],
  [
    'a\n\n{{#if nation}}b{{/each}}',
    'Line 3: The braces or blocks here do not fit',
  ],
])('tells what is wrong with %j', (body, problem) => {
  expect(render(body).problem).toContain(problem);
});

// A raw block of an allowed name is a block like another; it runs nothing.
it('fills a raw block as a block', () => {
  expect(render('{{{{if nation}}}}a{{{{/if}}}}')).toEqual({ text: 'a' });
});

/** The list gone through once more for each of its entries, again and again. */
function loops({ depth, inside }: { depth: number; inside: string }): string {
  const opened = Array.from(
    { length: depth },
    (_, index) => `{{#each ${'../'.repeat(index)}limits}}`,
  );
  return opened.join('') + inside + '{{/each}}'.repeat(depth);
}

describe('bounds', () => {
  it('refuse a template, a depth, a number of parts and a text too great', () => {
    const deep = 13;
    const nested = loops({ depth: 11, inside: 'a'.repeat(25) });
    expect(render('a'.repeat(20_001)).problem).toContain('20,000');
    expect(
      render(`${'{{#if nation}}'.repeat(deep)}a${'{{/if}}'.repeat(deep)}`)
        .problem,
    ).toContain('too deep');
    expect(render('{{nation}}'.repeat(1_001)).problem).toContain(
      'too many parts',
    );
    expect(render(nested).problem).toContain('The filled text');
    expect(
      render('{{professional}}', { professional: 'a'.repeat(20_001) }),
    ).toEqual({
      problem: 'The filled text would be longer than 20,000 characters',
    });
  });

  it('hold where the loops write nothing', () => {
    const limits = Array.from({ length: 50 }, () => exampleView.limits[0]);
    const body = loops({ depth: 10, inside: '{{! }}' });
    expect(render(body, { limits }).problem).toContain('The filled text');
  });
});

it('lists each field that there is', () => {
  const names = [
    ...Object.keys(exampleView),
    ...Object.keys(exampleView.limits[0] ?? {}),
  ];
  expect(TEMPLATE_FIELDS.map(({ name }) => name).sort()).toEqual(names.sort());
});
