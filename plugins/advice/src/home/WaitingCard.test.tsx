import '@testing-library/jest-dom';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { HubQueryProvider, MeProvider } from '@imsa-hub/ui';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { aQueueRow } from '../__testUtils__/aQueueRow';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '../__testUtils__/FakeBackend';
import { WaitingCard } from './WaitingCard';

const NOTHING = {
  toTriage: 0,
  unclaimed: 0,
  mine: 0,
  toRead: 0,
  late: 0,
  first: [],
  repliesToRead: [],
  doors: [],
};

function show(options: { day: unknown; doors: string[] }) {
  const backend = new FakeBackend().on('GET /day', options.day);
  const me = {
    person: { id: 'me', name: 'Ada Example', roles: [] },
    doors: options.doors,
  };
  return render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider>
        <MeProvider me={me}>
          <MemoryRouter>
            <WaitingCard />
          </MemoryRouter>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
}

describe('WaitingCard', () => {
  it('leads a coordinator to what is to triage, and to the first', async () => {
    const row = aQueueRow();
    const { container } = show({
      day: { ...NOTHING, toTriage: 4, first: [row] },
      doors: ['advice.answer', 'advice.triage'],
    });
    expect(
      await screen.findByRole('link', { name: '4 to triage' }),
    ).toHaveAttribute('href', '/advice?view=to-triage');
    expect(screen.getByRole('link', { name: row.reference })).toHaveAttribute(
      'href',
      `/advice/queries/${row.id}`,
    );
    expect(
      screen.getByText(/Nowhere safe to stay tonight/),
    ).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('leads an IMSA to a reply', async () => {
    show({
      day: {
        ...NOTHING,
        repliesToRead: [{ id: 'x', reference: 'ADV-7K3M9Q' }],
      },
      doors: ['advice.use', 'advice.ask'],
    });
    expect(
      await screen.findByRole('link', { name: '1 reply to read: ADV-7K3M9Q' }),
    ).toHaveAttribute('href', '/advice/queries/x');
  });

  it('says that nothing waits', async () => {
    show({ day: NOTHING, doors: ['advice.answer'] });
    expect(
      await screen.findByText('Nothing waits for you'),
    ).toBeInTheDocument();
  });

  it('offers to try again when it cannot be loaded', async () => {
    show({ day: new Refusal(403, { detail: 'No.' }), doors: [] });
    expect(await screen.findByRole('alert')).toHaveTextContent('No.');
  });
});
