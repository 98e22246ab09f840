import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPerson, ids } from '../__testUtils__/aPerson';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { renderNetwork } from '../__testUtils__/renderNetwork';

const ORGANISATIONS = 'GET plugin://network/organisations';
const northgate = {
  id: ids.organisation,
  name: 'Northgate Advice',
  sector: 'ngo',
  nation: 'england',
  area: 'Leeds',
  standing: 'current',
};

describe('organisations', () => {
  it('are listed, narrowed by nation, and pass axe', async () => {
    const backend = new FakeBackend().on(ORGANISATIONS, ({ query }) => ({
      items: query.get('nation') === 'wales' ? [] : [northgate],
    }));
    const { container } = renderNetwork({
      backend,
      at: '/network/organisations',
    });
    expect(
      await screen.findByRole('link', { name: 'Northgate Advice' }),
    ).toHaveAttribute('href', `/network/organisations/${ids.organisation}`);
    await expectAccessible(container);
    await userEvent.selectOptions(screen.getByLabelText('Nation'), 'Wales');
    await waitFor(() =>
      expect(screen.getByText('No organisation fits')).toBeInTheDocument(),
    );
  });

  it('show who works there', async () => {
    const backend = new FakeBackend()
      .on(`${ORGANISATIONS}/${ids.organisation}`, () => ({
        ...northgate,
        joinedOn: '2026-01-05',
        allowedActions: [],
      }))
      .on('POST plugin://network/people/search', () => ({
        items: [aPerson()],
      }));
    const { container } = renderNetwork({
      backend,
      at: `/network/organisations/${ids.organisation}`,
    });
    expect(
      await screen.findByRole('link', { name: 'Bea Sample' }),
    ).toBeInTheDocument();
    expect(screen.getByText('5 January 2026')).toBeInTheDocument();
    expect(backend.to('POST plugin://network/people/search')[0]?.body).toEqual({
      organisationId: ids.organisation,
    });
    await expectAccessible(container);
  });
});
