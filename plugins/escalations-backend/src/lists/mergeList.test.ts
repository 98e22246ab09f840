import type { Recorded } from './CaseList';
import { mergeList } from './mergeList';

interface Item {
  date: string;
  note?: string;
}

const known = (
  place: number,
  item: Item,
  part: Partial<Recorded<Item>> = {},
): Recorded<Item> => ({
  place,
  version: 1,
  struck: false,
  by: null,
  at: null,
  item,
  ...part,
});
const one = known(0, { date: '2026-11-01' });
const other = known(1, { date: '2026-11-02', note: 'Calm' });
const basis = [
  { id: '0', date: '2026-11-01' },
  { id: '1', date: '2026-11-02', note: 'Calm' },
];
const merge = (
  submitted: Array<Item & { id?: string }>,
  record = [one, other],
) => {
  const { added, changed, struck, ids } = mergeList<Item>({
    submitted,
    basis,
    record,
  });
  return {
    added,
    changed: changed.map(({ before, after }) => [before.place, after]),
    struck: struck.map(({ place }) => place),
    ids,
  };
};
const nothing = { added: [], changed: [], struck: [] };
const [first, second] = basis as [(typeof basis)[0], (typeof basis)[0]];

test.each([
  ['the same', [first, second], { ...nothing, ids: ['0', '1'] }],
  ['in another order', [second, first], { ...nothing, ids: ['1', '0'] }],
  [
    'changed',
    [{ ...first, date: '2026-11-05' }, second],
    {
      ...nothing,
      changed: [[0, { date: '2026-11-05' }]],
      ids: ['0', '1'],
    },
  ],
  [
    'a note taken out',
    [first, { id: '1', date: '2026-11-02' }],
    { ...nothing, changed: [[1, { date: '2026-11-02' }]], ids: ['0', '1'] },
  ],
  [
    'new, and the same as one that is there',
    [first, second, { date: '2026-11-01' }],
    {
      ...nothing,
      added: [{ date: '2026-11-01' }],
      ids: ['0', '1', undefined],
    },
  ],
  ['taken away', [second], { ...nothing, struck: [0], ids: ['1'] }],
  [
    'taken away and written again',
    [{ date: '2026-11-01' }, second],
    { ...nothing, ids: ['0', '1'] },
  ],
  [
    'one id twice',
    [first, { ...first, date: '2026-11-09' }, second],
    {
      ...nothing,
      added: [{ date: '2026-11-09' }],
      ids: ['0', undefined, '1'],
    },
  ],
  [
    'an id that is not there',
    [first, second, { id: '8', date: '2026-11-08' }],
    {
      ...nothing,
      added: [{ date: '2026-11-08' }],
      ids: ['0', '1', undefined],
    },
  ],
])('%s', (_, submitted, expected) => {
  expect(merge(submitted)).toEqual(expected);
});

describe('what others did since', () => {
  const corrected = known(0, { date: '2026-11-07' }, { version: 2 });

  it('added stays', () => {
    const record = [one, other, known(2, { date: '2026-11-03' })];
    expect(merge([first, second], record)).toEqual({
      ...nothing,
      ids: ['0', '1'],
    });
  });

  it('corrected stays, where the author left it as it was', () => {
    expect(merge([first, second], [corrected, other])).toEqual({
      ...nothing,
      ids: ['0', '1'],
    });
  });

  it('corrected is corrected again, where the author did so too', () => {
    expect(
      merge([{ ...first, date: '2026-11-06' }, second], [corrected, other]),
    ).toMatchObject({ changed: [[0, { date: '2026-11-06' }]] });
  });

  it('struck out stays struck out, unless the author says something new', () => {
    const struck = known(0, one.item, { version: 2, struck: true });
    expect(merge([first, second], [struck, other])).toEqual({
      ...nothing,
      ids: ['0', '1'],
    });
    expect(
      merge([{ ...first, date: '2026-11-06' }, second], [struck, other]),
    ).toMatchObject({ added: [{ date: '2026-11-06' }], struck: [] });
  });
});
