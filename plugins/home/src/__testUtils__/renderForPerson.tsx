import { fetchApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  HubQueryProvider,
  MeProvider,
  ToastProvider,
  createHubQueryClient,
  type Me,
} from '@imsa-hub/ui';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import type { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';

/** Somebody who may use the advice line and nothing else. */
export const ADA: Me = {
  person: { id: 'ada', name: 'Ada Example', roles: ['imsa'] },
  doors: ['advice.use'],
};

/** Draws pages as the shell would for one person. */
export function renderForPerson(options: {
  element: ReactNode;
  backend: FakeBackend;
  me?: Me;
}) {
  const { element, backend, me = ADA } = options;
  return render(
    <TestApiProvider apis={[[fetchApiRef, { fetch: backend.fetch }]]}>
      <HubQueryProvider client={createHubQueryClient()}>
        <MeProvider me={me}>
          <ToastProvider>
            <MemoryRouter>
              <main>{element}</main>
            </MemoryRouter>
          </ToastProvider>
        </MeProvider>
      </HubQueryProvider>
    </TestApiProvider>,
  );
}
