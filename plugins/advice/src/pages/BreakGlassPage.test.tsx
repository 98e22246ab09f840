import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { renderAdvice } from '../__testUtils__/renderAdvice';

const at = '/advice/break-glass';

describe('BreakGlassPage', () => {
  beforeEach(() => sessionStorage.clear());

  it('says what happens, asks why, and leads to the query', async () => {
    const backend = new FakeBackend().on('POST /break-glass', { id: 'opened' });
    const { screen, container, address } = renderAdvice({
      backend,
      role: 'hub-manager',
      at,
    });
    expect(
      screen.getByText(/You can see it for 60 minutes/),
    ).toBeInTheDocument();
    await expectAccessible(container);
    await userEvent.type(screen.getByLabelText('Reference'), 'adv-7k3m9q');
    const button = screen.getByRole('button', { name: /Open it/ });
    await userEvent.click(button);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Say why, in a sentence',
    );
    await userEvent.type(
      screen.getByLabelText('Why must you see it?'),
      'She is in danger tonight.',
    );
    await userEvent.click(button);
    await waitFor(() => expect(address()).toBe('/advice/queries/opened'));
    expect(backend.to('POST /break-glass')[0]?.body).toEqual({
      reference: 'adv-7k3m9q',
      reason: 'She is in danger tonight.',
    });
  });

  it('keeps what was typed when there is no such query', async () => {
    const backend = new FakeBackend().on(
      'POST /break-glass',
      new Refusal(404, { detail: 'There is no such query.' }),
    );
    const { screen } = renderAdvice({ backend, role: 'hub-manager', at });
    await userEvent.type(screen.getByLabelText('Reference'), 'ADV-7K3M9Q');
    await userEvent.type(
      screen.getByLabelText('Why must you see it?'),
      'She is in danger.',
    );
    await userEvent.click(screen.getByRole('button', { name: /Open it/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such query.',
    );
    expect(screen.getByLabelText('Reference')).toHaveValue('ADV-7K3M9Q');
  });

  it('is not there for others', async () => {
    const { address } = renderAdvice({
      backend: new FakeBackend(),
      role: 'senior-imsa',
      at,
    });
    await waitFor(() => expect(address()).toBe('/advice'));
  });
});
