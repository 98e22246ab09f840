import { readFilters, viewsFor, writeFilters } from './deskFilters';

const read = (search: string) =>
  `${writeFilters(
    readFilters({
      search: new URLSearchParams(search),
      views: ['open', 'mine'],
    }),
  )}`;

describe('readFilters', () => {
  it.each([
    ['', 'view=open'],
    ['view=mine&risk=self-harm', 'view=mine&risk=self-harm'],
    ['view=late', 'view=open'],
    ['view=__proto__&nation=mars&handler=x', 'view=open'],
    [
      'handler=01kar9z3zzzzzzzzzzzzzzzzzz&level=hub-manager&area=family-law',
      'view=open&area=family-law&level=hub-manager&handler=01kar9z3zzzzzzzzzzzzzzzzzz',
    ],
  ])('reads “%s”', (search, filters) => {
    expect(read(search)).toBe(filters);
  });
});

describe('viewsFor', () => {
  it.each([
    ['an IMSA', [], ['open', 'raised-by-me', 'closed']],
    [
      'the desk',
      ['escalations.desk'],
      [
        'open',
        'to-accept',
        'mine',
        'raised-by-me',
        'waiting',
        'late',
        'unhandled',
        'closed',
      ],
    ],
  ])('opens to %s what their doors open', (_, doors: string[], views) => {
    expect(viewsFor({ has: door => doors.includes(door) })).toEqual(views);
  });
});
