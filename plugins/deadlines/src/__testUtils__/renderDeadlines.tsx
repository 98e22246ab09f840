import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  createHubQueryClient,
  HubQueryProvider,
  MeProvider,
  ShortcutProvider,
  ToastProvider,
} from '@imsa-hub/ui';
import type { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { DeadlinesPages } from '../DeadlinesPages';

function Address() {
  return <output aria-label="Address">{useLocation().pathname}</output>;
}

/** Where the person is now. */
export const address = () => screen.getByLabelText('Address').textContent;

/** Draws legal limits at an address, for a keeper or for a reader of them. */
export function renderDeadlines(options: {
  backend: FakeBackend;
  at?: string;
  keeper?: boolean;
}) {
  const { backend, at = '', keeper = true } = options;
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  sessionStorage.clear();
  const me = {
    person: { id: 'ada', name: 'Ada Example', roles: ['hub-manager' as const] },
    doors: keeper ? ['deadlines.use', 'deadlines.manage'] : ['deadlines.use'],
  };
  return render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider client={createHubQueryClient()}>
        <MeProvider me={me}>
          <ToastProvider>
            <ShortcutProvider>
              <MemoryRouter initialEntries={[`/legal-limits${at}`]}>
                <Address />
                <main>
                  <Routes>
                    <Route
                      path="/legal-limits/*"
                      element={<DeadlinesPages />}
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
}
