/** A value that nobody means well with, or that a slip of a program makes. */
export interface Hostile {
  name: string;
  value: unknown;
}

const deep = (levels: number): unknown =>
  levels === 0 ? 'bottom' : { in: deep(levels - 1) };

/** What is put into every field of every request. */
export const HOSTILE_VALUES: readonly Hostile[] = [
  { name: 'nothing', value: null },
  { name: 'a truth', value: true },
  { name: 'a large number', value: Number.MAX_VALUE },
  { name: 'a negative number', value: -1 },
  { name: 'half a number', value: 0.5 },
  { name: 'more than an integer of PostgreSQL', value: 2_147_483_648 },
  { name: 'an empty text', value: '' },
  { name: 'spaces', value: ' \t\n ' },
  { name: 'a NUL', value: 'a\u0000b' },
  { name: 'a control character', value: 'a\u0007b' },
  { name: 'half of a pair', value: 'a\ud800b' },
  { name: 'text from right to left', value: '\u202egnp.exe' },
  { name: 'emoji', value: '👩🏽‍🚒'.repeat(20) },
  { name: 'accents without end', value: `a${'\u0301'.repeat(400)}` },
  { name: 'a long text', value: 'x'.repeat(60_000) },
  { name: 'a script', value: '<script>alert(1)</script>' },
  { name: 'SQL', value: "'; drop table advice.query; --" },
  { name: 'a template', value: '{{#with constructor}}{{this}}{{/with}}' },
  { name: 'a formula', value: '=cmd|"/c calc"!A1' },
  { name: 'a path', value: '../../../../etc/passwd' },
  { name: 'lines of a header', value: 'a\r\nBcc: x@mail.example' },
  { name: 'a day that does not exist', value: '2026-02-30' },
  { name: 'a day far away', value: '9999-12-31' },
  { name: 'a year of five digits', value: '+275760-09-13' },
  { name: 'an id that never was', value: '01zzzzzzzzzzzzzzzzzzzzzzzz' },
  { name: 'a list', value: [] },
  { name: 'a long list', value: Array.from({ length: 3_000 }, () => 'x') },
  { name: 'an object', value: {} },
  { name: 'a deep object', value: deep(40) },
  { name: 'a prototype', value: JSON.parse('{"__proto__":{"isAdmin":true}}') },
  { name: 'a constructor', value: { constructor: { prototype: { a: 1 } } } },
];

/** What is put where an address has an id. */
export const HOSTILE_IDS: readonly string[] = [
  'null',
  '%00',
  '%ff',
  '..%2f..%2fetc',
  '%F0%9F%92%A9',
  "1'--",
  '{}',
  'x'.repeat(4_000),
];

/** What is put into every part of an address after the question mark. */
export const HOSTILE_QUERIES: readonly string[] = [
  '',
  '%00',
  '%ED%A0%80',
  '%27%20or%201%3D1',
  'x'.repeat(3_000),
  '-1',
  '2026-02-30',
];

/** Whole bodies that are no JSON object of the route. */
export const HOSTILE_BODIES: ReadonlyArray<{
  name: string;
  type: string;
  text: string;
  status: readonly number[];
}> = [
  {
    name: 'broken JSON',
    type: 'application/json',
    text: '{"a":',
    status: [400],
  },
  { name: 'a list', type: 'application/json', text: '[]', status: [400] },
  {
    name: 'a form',
    type: 'application/x-www-form-urlencoded',
    text: 'a=1',
    status: [400, 415],
  },
  { name: 'XML', type: 'text/xml', text: '<a/>', status: [400, 415] },
  {
    name: 'a megabyte and more',
    type: 'application/json',
    text: `{"a":"${'x'.repeat(6_000_000)}"}`,
    status: [400, 413],
  },
  {
    name: 'a prototype',
    type: 'application/json',
    text: '{"__proto__":{"a":1},"constructor":{}}',
    status: [400],
  },
];
