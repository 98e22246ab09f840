import '@testing-library/jest-dom';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  HubQueryProvider,
  MeProvider,
  ShortcutProvider,
  ToastProvider,
  createHubQueryClient,
} from '@imsa-hub/ui';
import type { QueueColumn } from '@imsa-hub/advice-react';
import type { Role } from '@imsa-hub/core';
import { render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { AdvicePages } from '../pages/AdvicePages';
import type { FakeBackend } from './FakeBackend';

const ANSWERING = ['advice.use', 'advice.ask', 'advice.answer'];

/** Doors by role, as the charter has them; only what these tests need. */
const DOORS = {
  'advice-coordinator': [
    ...ANSWERING,
    'advice.log-call',
    'advice.triage',
    'advice.templates',
  ],
  'senior-imsa': ANSWERING,
  imsa: ['advice.use', 'advice.ask'],
  'hub-manager': [...ANSWERING, 'advice.triage', 'advice.break-glass'],
} as const satisfies Partial<Record<Role, readonly string[]>>;

/** Who looks at the pages in a test. */
export const ME_ID = '01kar9z3zzzzzzzzzzzzzzzzzz';

function Address(props: { onChange(address: string): void }) {
  const { pathname, search } = useLocation();
  const { onChange } = props;
  useEffect(() => onChange(pathname + search), [onChange, pathname, search]);
  return null;
}

/** Draws the pages of the advice line at an address, as one role sees them. */
export function renderAdvice(options: {
  backend: FakeBackend;
  at?: string;
  role?: keyof typeof DOORS;
  columns?: readonly QueueColumn[];
}) {
  const {
    backend,
    at = '/advice',
    role = 'senior-imsa',
    columns = [],
  } = options;
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  const client = createHubQueryClient();
  let address = at;
  const me = {
    person: { id: ME_ID, name: 'Ada Example', roles: [role] },
    doors: [...DOORS[role]],
  };
  const view = render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider client={client}>
        <MeProvider me={me}>
          <ToastProvider>
            <ShortcutProvider>
              <MemoryRouter initialEntries={[at]}>
                <Address
                  onChange={now => {
                    address = now;
                  }}
                />
                <main>
                  <Routes>
                    <Route
                      path="/advice/*"
                      element={<AdvicePages columns={columns} />}
                    />
                  </Routes>
                </main>
              </MemoryRouter>
            </ShortcutProvider>
          </ToastProvider>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
  return {
    ...view,
    client,
    screen,
    /** The address of the page, with its query string. */
    address: () => address,
    /** What a live "changed" does. */
    changed: () => client.invalidateQueries({ queryKey: ['advice'] }),
  };
}
