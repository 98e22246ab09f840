import { waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { newId } from '@imsa-hub/core';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import { aBoardRow, aPerson } from '../__testUtils__/aBoardRow';
import { renderCases } from '../__testUtils__/renderCases';

const API = 'plugin://escalations';
const GRACE = aPerson(newId(), 'Grace Okoro');

function searching(rows = [aBoardRow()]) {
  sessionStorage.clear();
  const backend = new FakeBackend()
    .on(`GET ${API}/choices`, () => ({
      types: [],
      organisations: [],
      events: [],
      handlers: [GRACE],
      imsas: [],
      contact: { phone: null, mail: null },
    }))
    .on(`POST ${API}/search`, () => ({ rows, next: null }));
  return { backend, ...renderCases({ backend, at: '/cases/search' }) };
}

describe('SearchPage', () => {
  it('asks by what was filled in, and puts no word into the address', async () => {
    const { screen, backend, address, container } = searching();
    await userEvent.type(screen.getByLabelText('Reference'), ' NG-04 ');
    await userEvent.selectOptions(
      await screen.findByLabelText('Person'),
      'Grace Okoro',
    );
    await userEvent.selectOptions(screen.getByLabelText('Risk'), 'Self-harm');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(
      await screen.findByRole('link', { name: 'ESC-7K3M9Q' }),
    ).toBeInTheDocument();
    expect(screen.getByText('1 case was found')).toBeInTheDocument();
    expect(backend.to(`POST ${API}/search`).map(({ body }) => body)).toEqual([
      { reference: 'NG-04', personId: GRACE.id, risk: 'self-harm' },
    ]);
    expect(address()).toBe('/cases/search');
    await expectAccessible(container);
  });

  it('says what is wrong with a date, and asks nothing', async () => {
    const { screen, backend } = searching();
    const [day] = screen.getAllByLabelText('Day');
    await userEvent.type(day as HTMLElement, '31');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Enter a date that exists',
    );
    expect(backend.to(`POST ${API}/search`)).toHaveLength(0);
  });

  it('says where there is nothing, and begins again', async () => {
    const { screen } = searching([]);
    await userEvent.type(screen.getByLabelText('Reference'), 'ZZ');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(
      await screen.findByText('No case was found that you can see'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Begin again' }));
    await waitFor(() =>
      expect(
        screen.queryByText('No case was found that you can see'),
      ).not.toBeInTheDocument(),
    );
    expect(screen.getByLabelText('Reference')).toHaveValue('');
  });

  it('asks for something to look for', async () => {
    const { screen, backend } = searching();
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Say what to look for');
    expect(backend.to(`POST ${API}/search`)).toHaveLength(0);
  });

  it('puts what the backend finds wrong by its field', async () => {
    const { screen, backend } = searching();
    backend.on(
      `POST ${API}/search`,
      () =>
        new Refusal(400, {
          detail: 'Something is wrong.',
          fieldErrors: [
            { field: 'body.reference', message: 'Write a shorter one' },
          ],
        }),
    );
    await userEvent.type(screen.getByLabelText('Reference'), 'N');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Write a shorter one',
    );
  });

  it('says that there may be more', async () => {
    const many = Array.from({ length: 50 }, () => aBoardRow());
    const { screen } = searching(many);
    await userEvent.type(screen.getByLabelText('Reference'), 'N');
    await userEvent.click(screen.getByRole('button', { name: 'Find' }));
    expect(await screen.findByText(/There may be more/)).toBeInTheDocument();
  });
});
