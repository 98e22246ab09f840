import type { HolidayList } from '@imsa-hub/deadlines-common';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderDeadlines } from '../__testUtils__/renderDeadlines';

const user = userEvent.setup({ delay: null });

const HOLIDAYS = 'plugin://deadlines/holidays';
const at = '/bank-holidays';

function aList(rest: Partial<HolidayList> = {}): HolidayList {
  return {
    horizon: { from: '2023-01-01', until: '2028-12-31', isNear: false },
    reviewedOn: '2026-11-23',
    source: 'An Act of 1971',
    days: [
      {
        division: 'scotland',
        date: '2026-06-15',
        title: 'World Cup bank holiday',
        state: 'added',
        why: 'Proclaimed once',
        by: 'Ada Example',
      },
      {
        division: 'scotland',
        date: '2026-11-30',
        title: "St Andrew's Day",
        state: 'removed',
        why: 'A test',
      },
      {
        division: 'england-and-wales',
        date: '2027-03-26',
        title: 'Good Friday',
        state: 'listed',
      },
    ],
    allowedActions: ['change'],
    ...rest,
  };
}

it('shows the days of a division by year, and how far they are known', async () => {
  const backend = new FakeBackend().on(`GET ${HOLIDAYS}`, () => aList());
  const { container } = renderDeadlines({ backend, at });
  expect(
    await screen.findByRole('heading', { name: '2027, England and Wales' }),
  ).toBeInTheDocument();
  expect(screen.getByText('31 December 2028')).toBeInTheDocument();
  await expectAccessible(container);
  await user.click(screen.getByLabelText('Scotland'));
  expect(screen.getByText('Added')).toBeInTheDocument();
  expect(screen.getByText('Proclaimed once (Ada Example)')).toBeInTheDocument();
  expect(screen.getByText('Taken away: a working day')).toBeInTheDocument();
  await expectAccessible(container);
});

it('adds a closed day with its reason', async () => {
  let known = false;
  const backend = new FakeBackend()
    .on(`GET ${HOLIDAYS}`, () => aList())
    .on(`POST ${HOLIDAYS}`, () => {
      if (known) return aList();
      known = true;
      return new Refusal(400, {
        status: 400,
        detail: 'Some of what was sent needs to be mended',
        fieldErrors: [{ field: 'body.date', message: 'That is a weekend' }],
      });
    });
  renderDeadlines({ backend, at });
  await user.click(
    await screen.findByRole('button', { name: 'Add a closed day' }),
  );
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Add the day' }));
  expect(dialog.getAllByText('Enter the day').length).toBe(2);
  await user.click(dialog.getByLabelText('Scotland'));
  await user.type(dialog.getByLabelText('Day'), '14');
  await user.type(dialog.getByLabelText('Month'), '6');
  await user.type(dialog.getByLabelText('Year'), '2027');
  await user.type(dialog.getByLabelText('What it is called'), 'A day');
  await user.type(dialog.getByLabelText('Why'), 'Proclaimed once');
  await expectAccessible(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Add the day' }));
  expect((await dialog.findAllByText('That is a weekend')).length).toBe(2);
  await user.click(dialog.getByRole('button', { name: 'Add the day' }));
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  expect(backend.to(`POST ${HOLIDAYS}`)[1]?.body).toEqual({
    divisions: ['england-and-wales', 'scotland'],
    date: '2027-06-14',
    change: 'add',
    title: 'A day',
    reason: 'Proclaimed once',
  });
});

it('takes a day away, and puts one back, each with a reason', async () => {
  const backend = new FakeBackend()
    .on(`GET ${HOLIDAYS}`, () => aList())
    .on(`POST ${HOLIDAYS}`, () => aList());
  renderDeadlines({ backend, at });
  const change = async (button: RegExp, confirm: string) => {
    await user.click(await screen.findByRole('button', { name: button }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByLabelText('Why'), 'A mistake');
    await user.click(dialog.getByRole('button', { name: confirm }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  };
  await change(/Take away Good Friday/, 'Take it away');
  await user.click(screen.getByLabelText('Scotland'));
  await change(/Put back St Andrew/, 'Put it back');
  expect(backend.to(`POST ${HOLIDAYS}`).map(({ body }) => body)).toEqual([
    {
      divisions: ['england-and-wales'],
      date: '2027-03-26',
      change: 'remove',
      reason: 'A mistake',
    },
    {
      divisions: ['scotland'],
      date: '2026-11-30',
      change: 'add',
      title: "St Andrew's Day",
      reason: 'A mistake',
    },
  ]);
});

it('offers no change to whoever only reads', async () => {
  const backend = new FakeBackend().on(`GET ${HOLIDAYS}`, () =>
    aList({ allowedActions: [] }),
  );
  renderDeadlines({ backend, at, keeper: false });
  await screen.findByText('Good Friday');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
