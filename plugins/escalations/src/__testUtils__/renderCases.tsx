import '@testing-library/jest-dom';
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
import type { Role } from '@imsa-hub/core';
import { render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { CasesPages } from '../pages/CasesPages';

const BRINGS = ['escalations.use', 'escalations.raise'];

/** Doors by role, as the charter has them; only what these tests need. */
const DOORS = {
  imsa: BRINGS,
  'senior-imsa': [...BRINGS, 'escalations.desk'],
  'hub-manager': [
    ...BRINGS,
    'escalations.desk',
    'escalations.manage',
    'escalations.break-glass',
    'escalations.retention',
  ],
} as const satisfies Partial<Record<Role, readonly string[]>>;

/** A role that has doors in these tests. */
export type TestRole = keyof typeof DOORS;

/** Who looks at the pages in a test. */
export const ME = {
  id: '01kar9z3zzzzzzzzzzzzzzzzzz',
  name: 'Ada Example',
  trainee: false,
};

function Address(props: { onChange(address: string): void }) {
  const { pathname, search } = useLocation();
  const { onChange } = props;
  useEffect(() => onChange(pathname + search), [onChange, pathname, search]);
  return null;
}

/** Draws the pages of complex cases at an address, as one role sees them. */
export function renderCases(options: {
  backend: FakeBackend;
  at?: string;
  role?: TestRole;
}) {
  const { backend, at = '/cases', role = 'senior-imsa' } = options;
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  const client = createHubQueryClient();
  let address = at;
  const me = {
    person: { id: ME.id, name: ME.name, roles: [role] },
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
                      path="/cases/*"
                      element={<CasesPages panels={[]} />}
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
    changed: () => client.invalidateQueries({ queryKey: ['escalations'] }),
  };
}
