import { fetchApiRef } from '@backstage/core-plugin-api';
import {
  PluginWrapperBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { QueueColumnBlueprint } from '@imsa-hub/advice-react';
import { HubQueryProvider, MeProvider } from '@imsa-hub/ui';
import { within } from '@testing-library/react';
import '@testing-library/jest-dom';
import type { ReactNode } from 'react';
import { advicePage } from './plugin';
import { aQueueRow } from './__testUtils__/aQueueRow';
import { FakeBackend } from './__testUtils__/FakeBackend';

/** A plugin of somebody else's, which the advice line does not know. */
const strangersPlugin = createFrontendPlugin({
  pluginId: 'strangers',
  extensions: [
    QueueColumnBlueprint.make({
      name: 'weather',
      params: {
        id: 'weather',
        title: 'Weather there',
        order: 20,
        render: row => row.extra.weather ?? 'Not known',
      },
    }),
  ],
});

const me = {
  person: { id: 'me', name: 'Ada Example', roles: ['senior-imsa' as const] },
  doors: ['advice.use', 'advice.answer'],
};

/** What the shell puts around every page. */
const shell = PluginWrapperBlueprint.make({
  params: define =>
    define({
      loader: async () => ({
        component: ({ children }: { children: ReactNode }) => (
          <HubQueryProvider>
            <MeProvider me={me}>{children}</MeProvider>
          </HubQueryProvider>
        ),
      }),
    }),
});

/** The plugin without its door, for which a whole app would be needed. */
const openPlugin = createFrontendPlugin({
  pluginId: 'advice',
  extensions: [advicePage, shell],
});

describe('the plugin in an app', () => {
  it('shows a column of a plugin that it does not know', async () => {
    const backend = new FakeBackend().on('GET /queue', {
      rows: [
        aQueueRow({ extra: { weather: 'Snow' } }),
        aQueueRow({ reference: 'ADV-BBBBBB' }),
      ],
      next: null,
    });
    const screen = renderTestApp({
      features: [openPlugin, strangersPlugin],
      initialRouteEntries: ['/advice'],
      apis: [[fetchApiRef, { fetch: backend.fetch }]],
    });
    const table = await screen.findByRole('table', { name: 'All open' });
    const headings = within(table).getAllByRole('columnheader');
    expect(headings.at(-1)).toHaveTextContent('Weather there');
    expect(within(table).getByText('Snow')).toBeInTheDocument();
    expect(within(table).getByText('Not known')).toBeInTheDocument();
  });
});
