import { APP_PAGES } from '@imsa-hub/core';
import { aRaiseBackend } from '@imsa-hub/escalations/src/__testUtils__/aRaiseBackend';
import { renderCases } from '@imsa-hub/escalations/src/__testUtils__/renderCases';
import { CHARTER } from '@imsa-hub/permission-backend-module-hub/src/charter';
import { cleanup, waitFor } from '@testing-library/react';
import type { RouteObject } from 'react-router-dom';
import { features } from '../features';
import { startApp } from '../testing/startApp';

/** Every pattern that was drawn; those with others below them end with `/*`. */
const mockDrawn = new Set<string>();

// Listens in on where routes are given to be drawn, whoever gives them.
jest.mock('react-router-dom', () => {
  const real =
    jest.requireActual<typeof import('react-router-dom')>('react-router-dom');
  const { useContext } = jest.requireActual<typeof import('react')>('react');
  function useKeep(routes: RouteObject[]) {
    const { matches } = useContext(real.UNSAFE_RouteContext);
    const above = matches
      .map(({ route }) => route.path?.replace(/\/?\*$/, '') ?? '')
      .join('/');
    for (const { path = '', children } of routes) {
      if (children) throw new Error('Routes below routes are not looked into');
      if (path !== '*') {
        mockDrawn.add(
          `/${above}/${path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'),
        );
      }
    }
  }
  return {
    ...real,
    useRoutes(routes: RouteObject[]) {
      useKeep(routes);
      return real.useRoutes(routes);
    },
    Routes(props: import('react-router-dom').RoutesProps) {
      useKeep(real.createRoutesFromChildren(props.children));
      return real.Routes(props);
    },
  };
});

const EVERY_DOOR = Object.values(CHARTER).flatMap(({ may }) => may);

const roots = () => [...mockDrawn].filter(pattern => pattern.endsWith('/*'));

test('the list of pages is what the plugins draw, no more and no less', async () => {
  startApp({ features, doors: EVERY_DOOR });
  await waitFor(() => expect(roots().length).toBeGreaterThan(5));
  cleanup();

  // Each plugin says its pages when one of them is drawn.
  for (const at of roots().map(root => root.slice(0, -2))) {
    startApp({ features, doors: EVERY_DOOR, at });
    await waitFor(() =>
      expect(document.querySelector('main h1')).toBeInTheDocument(),
    );
    cleanup();
  }

  // The pages of a draft are known once there is one.
  const world = aRaiseBackend();
  renderCases({ backend: world.backend, at: world.at('place'), role: 'imsa' });
  await waitFor(() =>
    expect(mockDrawn).toContain('/cases/drafts/:draftId/:page'),
  );

  const drawn = [...mockDrawn].map(pattern => pattern.replace(/\/\*$/, ''));
  expect([...new Set(drawn)].sort()).toEqual([...APP_PAGES].sort());
}, 60_000);
