import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRuleList } from '../__testUtils__/aRuleRecord';
import { renderDeadlines } from '../__testUtils__/renderDeadlines';

const user = userEvent.setup({ delay: null });

const LIMITS = 'POST plugin://deadlines/limits';
const at = '/work-out';
const limit = {
  ruleId: 'review',
  title: 'Ask for a review',
  eventDate: '2026-11-02',
  limit: '2026-11-22',
  kind: 'limit',
  working: ['Told of the decision: Monday 2 November 2026.', 'Day 21 is then.'],
  confidence: 'secondary',
  source: 'An Act. Published guidance.',
  caution: 'A reminder with its source, not legal advice.',
};

async function enter(group: string, date: [string, string, string]) {
  const fields = within(screen.getByRole('group', { name: group }));
  await user.type(fields.getByLabelText('Day'), date[0]);
  await user.type(fields.getByLabelText('Month'), date[1]);
  await user.type(fields.getByLabelText('Year'), date[2]);
}

function aBackend(isNear = false) {
  return new FakeBackend()
    .on('GET plugin://deadlines/rules', () => aRuleList())
    .on(LIMITS, () => ({
      limits: [
        limit,
        {
          ...limit,
          ruleId: 'far',
          title: 'Far off',
          limit: null,
          caution: 'Bank holidays are known until then only.',
        },
      ],
      horizon: { from: '2023-01-01', until: '2028-12-31', isNear },
    }));
}

async function workOut(backend: FakeBackend) {
  const view = renderDeadlines({ backend, at });
  await user.selectOptions(await screen.findByLabelText('Nation'), 'Wales');
  await user.selectOptions(
    screen.getByLabelText('What happened'),
    'Told of the decision',
  );
  await enter('On which day', ['2', '11', '2026']);
  await enter('Date of the answer (optional)', ['1', '12', '2026']);
  await user.click(screen.getByRole('button', { name: 'Work it out' }));
  await screen.findByText('Limits that follow');
  return view;
}

it('works a limit out with its working and what is not known', async () => {
  const backend = aBackend();
  const { container } = await workOut(backend);
  expect(backend.to(LIMITS)[0]?.body).toEqual({
    nation: 'wales',
    eventId: 'decision',
    date: '2026-11-02',
    facts: [{ id: 'answer', date: '2026-12-01' }],
  });
  expect(screen.getByText('22 November 2026')).toBeInTheDocument();
  expect(screen.getByText('Day 21 is then.')).toBeInTheDocument();
  expect(screen.getByText(/Far off: no date/)).toBeInTheDocument();
  expect(screen.getByText('31 December 2028')).toBeInTheDocument();
  await expectAccessible(container);
});

it('warns where bank holidays are known for less than a year', async () => {
  await workOut(aBackend(true));
  expect(screen.getByText(/less than a year ahead/)).toBeInTheDocument();
});

it('says what is missing', async () => {
  const backend = aBackend();
  renderDeadlines({ backend, at });
  await user.click(await screen.findByRole('button', { name: 'Work it out' }));
  expect(
    within(await screen.findByRole('alert'))
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual([
    'Choose the nation',
    'Choose what happened',
    'Enter the date on which it happened',
  ]);
  expect(backend.to(LIMITS)).toEqual([]);
});
