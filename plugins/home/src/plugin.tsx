import {
  PageBlueprint,
  createExtensionInput,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { HomeCardBlueprint } from '@imsa-hub/home-react';
import { RiSunLine } from '@remixicon/react';

/** The first page; any plugin puts cards into its `cards` input. */
export const homePage = PageBlueprint.makeWithOverrides({
  inputs: {
    cards: createExtensionInput([HomeCardBlueprint.dataRefs.card]),
  },
  factory: (originalFactory, { inputs }) => {
    const cards = inputs.cards.map(input =>
      input.get(HomeCardBlueprint.dataRefs.card),
    );
    return originalFactory({
      path: '/',
      title: 'My day',
      icon: <RiSunLine />,
      loader: async () => {
        const { MyDayPage } = await import('./myDay/MyDayPage');
        return <MyDayPage cards={cards} />;
      },
    });
  },
});

const noticesPage = PageBlueprint.make({
  name: 'notices',
  params: {
    path: '/notifications',
    title: 'Notifications',
    loader: async () => {
      const { NoticesPage } = await import('./notices/NoticesPage');
      return <NoticesPage />;
    },
  },
});

const noticesCard = HomeCardBlueprint.make({
  name: 'notices',
  params: {
    id: 'notices',
    title: 'New since you last looked',
    order: 50,
    loader: async () => (await import('./notices/NoticesCard')).NoticesCard,
  },
});

/** Home and notices. Everybody who is signed in has them. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'home',
  title: 'My day',
  info: { packageJson: () => import('../package.json') },
  extensions: [homePage, noticesPage, noticesCard],
});
