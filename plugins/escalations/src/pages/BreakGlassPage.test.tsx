import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderCases } from '../__testUtils__/renderCases';

const at = '/cases/break-glass';
const ROUTE = 'POST plugin://escalations/break-glass';

describe('BreakGlassPage', () => {
  beforeEach(() => sessionStorage.clear());

  it('says what happens, keeps what was typed where there is no such case, and leads to it', async () => {
    const backend = new FakeBackend().on(
      ROUTE,
      () => new Refusal(404, { detail: 'There is no such case.' }),
    );
    const { screen, container, address } = renderCases({
      backend,
      role: 'hub-manager',
      at,
    });
    expect(
      screen.getByText(/You can see it for 60 minutes/),
    ).toBeInTheDocument();
    await expectAccessible(container);
    const button = screen.getByRole('button', { name: /Open it/ });
    await userEvent.click(button);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Enter a reference such as ESC-7K3M9QSay why, in a sentence',
    );
    await userEvent.type(screen.getByLabelText('Reference'), 'esc-7k3m9q');
    await userEvent.type(
      screen.getByLabelText('Why must you see it?'),
      'She is in danger tonight.',
    );
    await userEvent.click(button);
    expect(await screen.findByText('There is no such case.')).toBeVisible();
    expect(screen.getByLabelText('Reference')).toHaveValue('esc-7k3m9q');
    backend.on(ROUTE, () => ({ id: 'opened' }));
    await userEvent.click(button);
    await waitFor(() => expect(address()).toBe('/cases/opened'));
    expect(backend.to(ROUTE).at(-1)?.body).toEqual({
      reference: 'esc-7k3m9q',
      reason: 'She is in danger tonight.',
    });
  });

  it('is not there for others', async () => {
    const { address } = renderCases({
      backend: new FakeBackend(),
      role: 'senior-imsa',
      at,
    });
    await waitFor(() => expect(address()).toBe('/cases'));
  });
});
