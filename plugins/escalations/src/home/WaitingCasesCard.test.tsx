import '@testing-library/jest-dom';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { HubQueryProvider, MeProvider } from '@imsa-hub/ui';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { aBoardRow } from '../__testUtils__/aBoardRow';
import { A_QUIET_DAY } from '../__testUtils__/showCase';
import { WaitingCasesCard } from './WaitingCasesCard';

function show(options: { day: object; doors: string[] }) {
  const backend = new FakeBackend().on('GET plugin://escalations/day', () => ({
    ...A_QUIET_DAY,
    ...options.day,
  }));
  return render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider>
        <MeProvider
          me={{
            person: { id: 'me', name: 'Ada Example', roles: [] },
            doors: options.doors,
          }}
        >
          <MemoryRouter>
            <WaitingCasesCard />
          </MemoryRouter>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
}

const lines = () =>
  screen
    .getAllByRole('link')
    .map(link => `${link.textContent} → ${link.getAttribute('href')}`);

describe('WaitingCasesCard', () => {
  it('names everything that waits at the desk, what is late first', async () => {
    const row = aBoardRow();
    const { container } = show({
      doors: ['escalations.use', 'escalations.desk'],
      day: {
        toAccept: 4,
        mine: 100,
        late: 1,
        opinions: 1,
        tasks: 2,
        spendsToDecide: 1,
        opinionCase: 'with-an-opinion',
        spendCase: 'with-a-spend',
        handovers: 1,
        drafts: 1,
        first: [row],
      },
    });
    await screen.findByText('Most pressing first');
    expect(lines()).toEqual([
      '1 case is past a target → /cases?view=late',
      '4 to accept → /cases?view=to-accept',
      '1 second opinion to give → /cases/with-an-opinion',
      '1 handover to agree to → /cases?view=mine',
      '1 spend to decide on → /cases/with-a-spend',
      '2 tasks of yours → /cases?view=mine',
      '100+ in your hands → /cases?view=mine',
      '1 draft to go on with → /cases/raise',
      `ESC-7K3M9Q → /cases/${row.id}`,
    ]);
    expect(screen.getByText('Contact with an exploiter')).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('leads an IMSA to what was returned, and not to the desk', async () => {
    show({ doors: ['escalations.use'], day: { returned: 1, toAccept: 3 } });
    await screen.findByText(/returned to you/);
    expect(lines()).toEqual(['1 case was returned to you → /cases/raise']);
  });

  it('says that nothing waits', async () => {
    show({ doors: ['escalations.use'], day: {} });
    expect(
      await screen.findByText('No complex case waits for you'),
    ).toBeInTheDocument();
  });
});
