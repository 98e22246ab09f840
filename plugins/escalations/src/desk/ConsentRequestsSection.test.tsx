import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import {
  FakeBackend,
  NO_BODY,
  Refusal,
} from '@imsa-hub/ui/src/testing/FakeBackend';
import { aPerson } from '../__testUtils__/aBoardRow';
import { renderCases } from '../__testUtils__/renderCases';
import { A_QUIET_DAY } from '../__testUtils__/showCase';

const API = 'plugin://escalations';
const DECIDE = `POST ${API}/consent-requests/one/decide`;

const REQUESTS = [
  {
    id: 'one',
    askedBy: aPerson('leila', 'Leila Haddad'),
    askedAt: '2026-11-23T09:00:00Z',
    why: 'They are not safe tonight.',
  },
  {
    id: 'two',
    askedBy: aPerson('oda', 'Oda Trainee', true),
    askedAt: '2026-11-23T10:00:00Z',
    why: 'A child is at risk.',
    marked: [{ label: 'a phone number', count: 1 }],
  },
];

async function showDesk(requests: readonly object[], decided: unknown) {
  sessionStorage.clear();
  let open = requests;
  const backend = new FakeBackend()
    .on(`GET ${API}/day`, () => ({ ...A_QUIET_DAY, consentToDecide: 2 }))
    .on(`GET ${API}/load`, () => ({ people: [] }))
    .on(`GET ${API}/board`, () => ({ rows: [], next: null }))
    .on(`GET ${API}/consent-requests`, () => ({ requests: open }))
    .on(DECIDE, () => {
      if (decided === NO_BODY) open = requests.slice(1);
      return decided;
    });
  const view = renderCases({ backend });
  await view.screen.findByRole('heading', { level: 1 });
  return { ...view, backend };
}

describe('requests to bring a case without agreement', () => {
  it('are decided on one by one, with a reason', async () => {
    const { screen, backend, container } = await showDesk(REQUESTS, NO_BODY);
    const form = within(
      await screen.findByRole('form', {
        name: 'Decide on what Leila Haddad asks',
      }),
    );
    expect(screen.getByText('They are not safe tonight.')).toBeVisible();
    expect(screen.getByText(/a phone number/)).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Decide' }));
    const mend = form.getByRole('alert');
    expect(mend).toHaveTextContent('Choose what you decide');
    expect(mend).toHaveTextContent('Give a reason');
    await expectAccessible(container);
    await userEvent.click(
      form.getByRole('radio', { name: 'It can be brought all the same' }),
    );
    await userEvent.type(form.getByLabelText('Why?'), 'A life is at risk');
    await userEvent.dblClick(form.getByRole('button', { name: 'Decide' }));
    await waitFor(() =>
      expect(
        screen.queryByText('They are not safe tonight.'),
      ).not.toBeInTheDocument(),
    );
    expect(backend.to(DECIDE).map(({ body }) => body)).toEqual([
      { decision: 'granted', reason: 'A life is at risk' },
    ]);
    expect(screen.getByText('A child is at risk.')).toBeVisible();
  });

  it('keep what was typed where the decision is refused', async () => {
    const { screen } = await showDesk(
      REQUESTS,
      new Refusal(404, { detail: 'There is nothing here' }),
    );
    const form = within(
      await screen.findByRole('form', {
        name: 'Decide on what Leila Haddad asks',
      }),
    );
    await userEvent.click(
      form.getByRole('radio', { name: 'It stays with the IMSA' }),
    );
    await userEvent.type(form.getByLabelText('Why?'), 'It can wait');
    await userEvent.click(form.getByRole('button', { name: 'Decide' }));
    expect(await form.findByText('There is nothing here')).toBeVisible();
    expect(form.getByLabelText('Why?')).toHaveValue('It can wait');
  });

  it('take no room where there are none', async () => {
    const { screen } = await showDesk([], NO_BODY);
    expect(screen.queryByText(/without the survivor/)).not.toBeInTheDocument();
  });
});
