import { readFilters, viewsFor, writeFilters } from './queueFilters';

const who = (...doors: string[]) => ({
  has: (door: string) => doors.includes(door),
});

describe('viewsFor', () => {
  it.each([
    ['an IMSA', ['advice.use', 'advice.ask'], ['asked']],
    [
      'somebody who answers',
      ['advice.answer', 'advice.ask'],
      ['open', 'unclaimed', 'mine', 'to-read', 'waiting', 'asked', 'closed'],
    ],
    [
      'somebody who answers and never asks',
      ['advice.answer'],
      ['open', 'unclaimed', 'mine', 'to-read', 'waiting', 'closed'],
    ],
  ])('opens to %s what their doors open', (_, doors, views) => {
    expect(viewsFor(who(...doors))).toEqual(views);
  });

  it('opens triage to those who triage', () => {
    expect(viewsFor(who('advice.answer', 'advice.triage'))).toContain(
      'to-triage',
    );
  });
});

describe('readFilters', () => {
  const read = (search: string) =>
    readFilters({
      search: new URLSearchParams(search),
      views: ['open', 'mine'],
    });

  it.each([
    ['', { view: 'open', nation: '', area: '' }],
    [
      'view=mine&nation=wales&area=family-law',
      { view: 'mine', nation: 'wales', area: 'family-law' },
    ],
    ['view=to-triage', { view: 'open', nation: '', area: '' }],
    ['view=__proto__&nation=mars', { view: 'open', nation: '', area: '' }],
  ])('reads “%s”', (search, filters) => {
    expect(read(search)).toEqual(filters);
  });

  it('reads what was written', () => {
    const filters = { view: 'mine', nation: 'scotland', area: '' } as const;
    expect(read(`${writeFilters(filters)}`)).toEqual(filters);
  });
});
