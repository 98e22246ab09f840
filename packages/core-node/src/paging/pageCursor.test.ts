import { z } from 'zod';
import {
  MomentPlaceSchema,
  cutPage,
  readCursor,
  writeCursor,
} from './pageCursor';

const RankSchema = z.tuple([z.int(), z.string()]);
const row = (at: number) => ({ id: `row-${at}`, rank: at });
const pageFrom = (count: number) =>
  cutPage({
    rows: Array.from({ length: count }, (_, at) => row(at)),
    size: 3,
    placeOf: ({ rank, id }) => [rank, id],
  });

test('the place after a page leads to the next, and fits an address', () => {
  const { rows, next } = pageFrom(4);
  expect(rows).toEqual([row(0), row(1), row(2)]);
  expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(readCursor({ cursor: next ?? '', schema: RankSchema })).toEqual([
    2,
    'row-2',
  ]);
});

test.each([0, 1, 3])('nothing comes after a page of %s', count => {
  const { rows, next } = pageFrom(count);
  expect([rows.length, next]).toEqual([count, null]);
});

test.each([
  ['of another list', writeCursor(['2026-11-20T12:00:00.000Z', 'id'])],
  ['of another shape', Buffer.from('{}').toString('base64url')],
  ['cut short', writeCursor([1, 'row']).slice(0, -3)],
  ['made up', 'abc'],
  ['empty', ''],
])('a place %s is refused in words', (_what, cursor) => {
  const read = () =>
    readCursor({ cursor, schema: RankSchema, field: 'body.cursor' });
  expect(read).toThrow(
    expect.objectContaining({
      fieldErrors: [
        { field: 'body.cursor', message: 'Start again from the first page' },
      ],
    }),
  );
});

test('a moment that is none is refused', () => {
  expect(() =>
    readCursor({
      cursor: writeCursor(['today', 'id']),
      schema: MomentPlaceSchema,
    }),
  ).toThrow();
});
