import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  PluginWrapperBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { HomeCardBlueprint } from '@imsa-hub/home-react';
import { HubQueryProvider, MeProvider } from '@imsa-hub/ui';
import { within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { homePlugin } from './plugin';
import { FakeBackend } from '@imsa-hub/ui/src/testing/FakeBackend';
import { ADA } from './__testUtils__/renderForPerson';

/** What the shell puts around every page. */
const shell = PluginWrapperBlueprint.make({
  params: define =>
    define({
      loader: async () => ({
        component: ({ children }: { children: ReactNode }) => (
          <HubQueryProvider>
            <MeProvider me={ADA}>{children}</MeProvider>
          </HubQueryProvider>
        ),
      }),
    }),
});

function Tides() {
  return <p>High water at noon</p>;
}

function Broken(): never {
  throw new Error('The stranger made a mistake');
}

/** A plugin of somebody else's, which neither home nor the shell knows. */
const strangersPlugin = createFrontendPlugin({
  pluginId: 'strangers',
  extensions: [
    HomeCardBlueprint.make({
      name: 'tides',
      params: {
        id: 'tides',
        title: 'Tides',
        order: 5,
        loader: async () => Tides,
      },
    }),
    HomeCardBlueprint.make({
      name: 'closed',
      params: {
        id: 'closed',
        title: 'Behind a closed door',
        order: 1,
        door: 'strangers.use',
        loader: async () => Tides,
      },
    }),
    HomeCardBlueprint.make({
      name: 'broken',
      params: {
        id: 'broken',
        title: 'Broken',
        order: 6,
        loader: async () => Broken,
      },
    }),
  ],
});

const nothingNew = () =>
  new FakeBackend().on('GET plugin://notifications/notices', () => ({
    notices: [],
    nextCursor: null,
  }));

describe('My day', () => {
  // React says on the console that a card broke; that is what is tested.
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  const draw = () =>
    renderTestApp({
      features: [
        homePlugin.withOverrides({ extensions: [shell] }),
        strangersPlugin,
      ],
      initialRouteEntries: ['/'],
      apis: [[fetchApiRef, { fetch: nothingNew().fetch }]],
    });

  it('shows a card of a plugin that it does not know, by its order', async () => {
    const screen = draw();
    expect(await screen.findByText('High water at noon')).toBeInTheDocument();
    const headings = screen
      .getAllByRole('heading', { level: 2 })
      .map(heading => heading.textContent);
    expect(headings).toEqual(['Tides', 'Broken', 'New since you last looked']);
  });

  it('leaves out a card whose door is closed', async () => {
    const screen = draw();
    await screen.findByText('High water at noon');
    expect(screen.queryByText('Behind a closed door')).not.toBeInTheDocument();
  });

  it('lives on when a card breaks, without showing what broke', async () => {
    const screen = draw();
    const broken = await screen.findByRole('region', { name: 'Broken' });
    expect(await within(broken).findByRole('alert')).toHaveTextContent(
      'This could not be shown',
    );
    expect(screen.queryByText(/made a mistake/)).not.toBeInTheDocument();
    expect(await screen.findByText('Nothing new')).toBeInTheDocument();
  });
});
