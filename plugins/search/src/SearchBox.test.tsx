import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  createHubQueryClient,
  HubQueryProvider,
  MeProvider,
  ShortcutProvider,
} from '@imsa-hub/ui';
import { expectAccessible } from '@imsa-hub/ui/src/testing/expectAccessible';
import { FakeBackend, Refusal } from '@imsa-hub/ui/src/testing/FakeBackend';
import type { SearchGroup } from '@imsa-hub/search-common';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { SearchBox } from './SearchBox';

const FIND = 'POST plugin://search/find';

const aGroup = (given: Partial<SearchGroup> = {}): SearchGroup => ({
  kind: 'advice-queries',
  title: 'Queries',
  hits: [],
  more: false,
  failed: false,
  ...given,
});
const hit = (title: string, path: string) => ({
  title,
  detail: `About ${title}`,
  path,
});
const queries = aGroup({
  hits: [hit('ADV-AAA222', '/advice/a'), hit('ADV-BBB333', '/advice/b')],
});
const people = aGroup({
  kind: 'network-people',
  title: 'People',
  hits: [hit('Ada Example', '/network/ada')],
  more: true,
});

function Address() {
  const { pathname, search, hash } = useLocation();
  return <p>{`At ${pathname}${search}${hash}`}</p>;
}

function show(groups: SearchGroup[] | Refusal, doors = ['advice.use']) {
  const backend = new FakeBackend().on(FIND, () =>
    groups instanceof Refusal ? groups : { groups },
  );
  render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider client={createHubQueryClient()}>
        <MeProvider
          me={{ person: { id: 'ada', name: 'Ada', roles: ['imsa'] }, doors }}
        >
          <ShortcutProvider>
            <MemoryRouter initialEntries={['/start']}>
              <SearchBox />
              <Routes>
                <Route path="*" element={<Address />} />
              </Routes>
            </MemoryRouter>
          </ShortcutProvider>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
  return { backend, user: userEvent.setup() };
}

const theWords = () =>
  screen.findByRole('searchbox', { name: 'Search the console' });

async function look(user: ReturnType<typeof userEvent.setup>, words: string) {
  await user.keyboard('/');
  await waitFor(async () => expect(await theWords()).toHaveFocus());
  await user.keyboard(words);
}

describe('the search box', () => {
  it('opens with / and says what can be looked for', async () => {
    const { user, backend } = show([]);
    await user.keyboard('/');
    expect(await theWords()).toHaveFocus();
    const dialog = screen.getByRole('dialog', { name: 'Search' });
    expect(within(dialog).getByText(/a query, by its reference/)).toBeVisible();
    expect(within(dialog).queryByText(/somebody in the network/)).toBeNull();
    await user.keyboard('a');
    expect(backend.requests).toEqual([]);
    await expectAccessible(document.body);
  });

  it('opens with a press too, and Escape closes it', async () => {
    const { user } = show([]);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await theWords();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('shows what was found by kind, and says it to those who hear', async () => {
    const { user, backend } = show([queries, people]);
    await look(user, 'ada');
    const group = within(await screen.findByRole('region', { name: 'People' }));
    expect(group.getByRole('link')).toHaveTextContent('Ada Example');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Queries: 2. People: more than 1.',
      ),
    );
    expect(backend.to(FIND).map(({ body }) => body)).toEqual([
      { words: 'ada' },
    ]);
    await expectAccessible(document.body);
  });

  it('is gone through with the arrow keys, and Enter goes', async () => {
    const { user } = show([queries, people]);
    await look(user, 'adv');
    await screen.findByText('ADV-AAA222');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(
      screen.getByRole('button', { name: /More than 1: show more of people/ }),
    ).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(screen.getByRole('link', { name: /ADV-BBB333/ })).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(await theWords()).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByText('At /advice/a')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('goes to the first hit on Enter, and no word stands in the address', async () => {
    const { user } = show([queries]);
    await look(user, 'secretword');
    await screen.findByText('ADV-AAA222');
    expect(screen.getByText('At /start')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('At /advice/a')).toBeInTheDocument();
    expect(JSON.stringify(window.history.state)).not.toContain('secretword');
    expect(
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    ).not.toContain('secretword');
  });

  it('opens one kind for more of it, and comes back', async () => {
    const { user, backend } = show([people]);
    await look(user, 'ada');
    await user.click(await screen.findByRole('button', { name: /show more/ }));
    expect(
      await screen.findByText(/more than 1\. Add a word/),
    ).toBeInTheDocument();
    expect(await theWords()).toHaveFocus();
    expect(backend.to(FIND).at(-1)?.body).toEqual({
      words: 'ada',
      kind: 'network-people',
    });
    await user.click(
      screen.getByRole('button', { name: 'Back to everything' }),
    );
    expect(
      await screen.findByRole('button', { name: /show more/ }),
    ).toBeInTheDocument();
  });

  it('says what to do when nothing was found', async () => {
    const { user } = show([aGroup()]);
    await look(user, 'zz');
    expect(
      await screen.findByText('Nothing was found for “zz”'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Try fewer words/)).toBeInTheDocument();
    await expectAccessible(document.body);
  });

  it('names a kind that could not be searched, and shows the others', async () => {
    const { user } = show([
      queries,
      aGroup({ ...people, hits: [], failed: true }),
    ]);
    await look(user, 'adv');
    const group = within(await screen.findByRole('region', { name: 'People' }));
    expect(
      group.getByText('This could not be searched just now.'),
    ).toBeInTheDocument();
    expect(screen.getByText('ADV-AAA222')).toBeInTheDocument();
  });

  it('says why it could not search at all', async () => {
    const { user } = show(new Refusal(429, { detail: 'Wait a minute' }));
    await look(user, 'adv');
    expect(await screen.findByText('Wait a minute')).toBeInTheDocument();
  });
});
