import { within } from '@testing-library/react';
import { aCase } from '../__testUtils__/aCase';
import { showCase } from '../__testUtils__/showCase';
import { datesToActOn } from './datesToActOn';
import { lineOfTime } from './lineOfTime';

const record = aCase();
const [summons] = record.legalRequests;

test('a summons that is open stands among the limits and on the line of time', () => {
  const dates = datesToActOn(record);
  expect(dates.map(({ title, limit }) => [title, limit])).toEqual([
    ['Ask for a review', '2026-12-04'],
    ['Answer the witness summons from Crown Court', '2026-12-10'],
    ['Appeal to the county court', null],
  ]);
  expect(dates[1]?.working).toEqual([
    'It came on 19 November 2026.',
    'It says itself that it has to be answered by 10 December 2026.',
  ]);
  const marks = lineOfTime({ limits: dates, today: '2026-11-27' });
  expect(
    marks.filter(({ what }) => what === 'limit').map(({ date }) => date),
  ).toEqual(['2026-12-04', '2026-12-10']);
});

test.each([
  ['answered', { answered: { on: '2026-11-20', text: 'Done' } }],
  ['struck out', { struck: true }],
  ['without a day', { due: null }],
])('one that is %s does not', (_, part) => {
  const legalRequests = summons ? [{ ...summons, ...part }] : [];
  expect(datesToActOn({ ...record, legalRequests })).toHaveLength(2);
});

test('an event that was struck out is shown struck, by whom, and cannot be corrected again', async () => {
  const { screen } = showCase(aCase({ allowedActions: ['correct-event'] }));
  const heading = await screen.findByText('What they are counted from');
  const list = heading.nextElementSibling as HTMLElement;
  const [standing, struck] = within(list).getAllByRole('listitem');
  expect(standing?.querySelector('s')).toBeNull();
  expect(standing).toHaveTextContent('Date the letter came: 14 November 2026');
  expect(struck?.querySelector('s')).toHaveTextContent('1 October 2026');
  expect(struck).toHaveTextContent('Struck out by Grace Okoro');
  expect(within(list).getAllByRole('button')).toHaveLength(1);
});
