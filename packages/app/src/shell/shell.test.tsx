import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { PageBody } from '@imsa-hub/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startApp } from '../testing/startApp';

function Broken(): never {
  throw new Error('secret detail of the mistake');
}

const page = (options: { path: string; title: string; broken?: boolean }) =>
  PageBlueprint.make({
    params: {
      path: options.path,
      title: options.title,
      icon: <svg />,
      loader: async () =>
        options.broken ? (
          <Broken />
        ) : (
          <PageBody title={options.title}>
            <p>Words of {options.title}</p>
          </PageBody>
        ),
    },
  });

/** A plugin that the shell does not know. */
const aPlugin = (options: {
  pluginId: string;
  path: string;
  door?: string;
  broken?: boolean;
}) =>
  createFrontendPlugin({
    pluginId: options.pluginId,
    if: options.door ? { permissions: { $contains: options.door } } : undefined,
    extensions: [
      page({
        path: options.path,
        title: `The ${options.pluginId}`,
        broken: options.broken,
      }),
    ],
  });

const features = [
  aPlugin({ pluginId: 'start', path: '/' }),
  aPlugin({ pluginId: 'tides', path: '/tides', door: 'tides.use' }),
  aPlugin({ pluginId: 'moons', path: '/moons', door: 'moons.use' }),
];
const doors = ['tides.use'];
const open = features.slice(0, 1);

describe('the shell', () => {
  it('shows the sign-in page first to somebody without a session', async () => {
    const { asked } = startApp({ features, session: false });
    expect(
      await screen.findByRole('button', { name: 'Sign in' }),
    ).toBeInTheDocument();
    // Nothing is asked in the name of nobody.
    expect(asked).toEqual(['/api/auth/oidc/refresh']);
  });

  it('takes up a session and shows the pages whose door is open', async () => {
    const { asked } = startApp({ features, doors });
    const navigation = await screen.findByRole('navigation', { name: 'Main' });
    const items = within(navigation).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'The start',
      'The tides',
    ]);
    expect(
      within(navigation).getByRole('link', { name: 'The start' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(asked.filter(path => path.includes('permission'))).toEqual([]);
  });

  it('has one main, one h1, a skip link, and says who is signed in', async () => {
    startApp({ features, doors });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'The start' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('main')).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('link', { name: 'Skip to the page' }),
    );
    expect(screen.getByRole('main')).toHaveFocus();
    expect(
      screen.getByRole('button', { name: /Ada Example.*IMSA \(trainee\)/ }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Notifications, 3 unread' }),
    ).toBeInTheDocument();
  });

  it('goes to a page and takes the focus to its heading', async () => {
    startApp({ features, doors });
    await userEvent.click(
      await screen.findByRole('link', { name: 'The tides' }),
    );
    const heading = await screen.findByRole('heading', { name: 'The tides' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(document.title).toBe('The tides – IMSA Hub');
  });

  it.each(['/moons', '/nowhere/at/all'])(
    'answers alike for a closed door and for nothing: %s',
    async at => {
      startApp({ features, doors, at });
      expect(
        await screen.findByRole('heading', {
          name: 'This page does not exist',
        }),
      ).toBeInTheDocument();
    },
  );

  it('lives on when a page breaks, and does not say what broke', async () => {
    jest.spyOn(console, 'error').mockImplementation();
    startApp({
      features: [aPlugin({ pluginId: 'bad', path: '/bad', broken: true })],
      at: '/bad',
    });
    expect(
      await screen.findByRole('heading', { name: 'This page stopped working' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/secret detail/)).not.toBeInTheDocument();
    expect(
      screen.getByRole('navigation', { name: 'Main' }),
    ).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('changes to dark and back to what the device asks for', async () => {
    startApp({ features, doors });
    const choose = async (theme: string) => {
      await userEvent.click(
        await screen.findByRole('button', { name: /Ada Example/ }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: new RegExp(theme) }),
      );
    };
    await choose('Dark');
    expect(document.documentElement).toHaveAttribute('data-theme-mode', 'dark');
    await choose('As my device');
    expect(document.documentElement).toHaveAttribute(
      'data-theme-mode',
      'light',
    );
  });
});

describe('a session that does not hold', () => {
  it('shows somebody who has been ended a plain page and nothing else', async () => {
    startApp({ features: open, meStatus: 403 });
    expect(
      await screen.findByRole('heading', { name: 'You do not have access' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('says over the page that the session has ended', async () => {
    startApp({ features: open, meStatus: 401 });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Your session has ended')).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Copy what I typed first' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
