import '@testing-library/jest-dom';
import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { Role } from '@imsa-hub/core';
import { render, screen } from '@testing-library/react';
import { useEffect, type ReactElement } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import {
  HubQueryProvider,
  createHubQueryClient,
  signInAgainApiRef,
} from '../api';
import { ToastProvider } from '../feedback';
import { MeProvider } from '../person';
import { ShortcutProvider } from '../shortcuts';
import type { FakeBackend } from './FakeBackend';

function Address(props: { onChange(address: string): void }) {
  const { pathname, search } = useLocation();
  const { onChange } = props;
  useEffect(() => onChange(pathname + search), [onChange, pathname, search]);
  return null;
}

/** Draws the pages of a plugin at an address, as one person sees them. */
export function renderPages(options: {
  backend: Pick<FakeBackend, 'fetch'>;
  /** Where they stand in the console: `advice`. */
  plugin: string;
  pages: ReactElement;
  at: string;
  person: { id: string; name: string; roles: Role[] };
  doors: readonly string[];
  /** The first part of the keys that a live "changed" asks for again. */
  live: string;
}) {
  const { backend, plugin, pages, at, person, doors, live } = options;
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  const client = createHubQueryClient();
  let address = at;
  const view = render(
    <TestApiProvider
      apis={[
        [fetchApiRef, { fetch: backend.fetch }],
        [signInAgainApiRef, { leave: async () => 'not-kept' as const }],
      ]}
    >
      <HubQueryProvider client={client}>
        <MeProvider me={{ person, doors: [...doors] }}>
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
                    <Route path={`/${plugin}/*`} element={pages} />
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
    changed: () => client.invalidateQueries({ queryKey: [live] }),
  };
}
