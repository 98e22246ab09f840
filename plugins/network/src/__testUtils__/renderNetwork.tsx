import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  HubQueryProvider,
  MeProvider,
  ShortcutProvider,
  ToastProvider,
  createHubQueryClient,
  signInAgainApiRef,
} from '@imsa-hub/ui';
import { render } from '@testing-library/react';
import { useEffect } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { NetworkPages } from '../NetworkPages';
import { ErasuresPage } from '../subjectAccess/ErasuresPage';
import { HeldAboutMePage } from '../subjectAccess/HeldAboutMePage';
import type { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';

function Address(props: { onChange(address: string): void }) {
  const { pathname, search } = useLocation();
  const { onChange } = props;
  useEffect(() => {
    onChange(pathname + search);
  }, [onChange, pathname, search]);
  return null;
}

/** Draws the register at an address, for a keeper or for a reader of it. */
export function renderNetwork(options: {
  backend: FakeBackend;
  at: string;
  keeper?: boolean;
}) {
  const { backend, at, keeper = true } = options;
  // jsdom has no layout and so cannot scroll.
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  const addresses: string[] = [];
  const remember = (address: string) => {
    addresses.push(address);
  };
  const me = {
    person: { id: 'ada', name: 'Ada Example', roles: ['hub-manager' as const] },
    doors: keeper
      ? ['network.use', 'network.manage', 'network.subject-access']
      : ['network.use'],
  };
  const view = render(
    <TestApiProvider
      apis={[
        [fetchApiRef, { fetch: backend.fetch }],
        [signInAgainApiRef, { leave: async () => 'not-kept' as const }],
      ]}
    >
      <HubQueryProvider client={createHubQueryClient()}>
        <MeProvider me={me}>
          <ToastProvider>
            <ShortcutProvider>
              <MemoryRouter initialEntries={[at]}>
                <Address onChange={remember} />
                <main>
                  <Routes>
                    <Route path="/network/*" element={<NetworkPages />} />
                    <Route path="/held" element={<HeldAboutMePage />} />
                    <Route path="/erasures" element={<ErasuresPage />} />
                  </Routes>
                </main>
              </MemoryRouter>
            </ShortcutProvider>
          </ToastProvider>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
  return { ...view, addresses };
}
