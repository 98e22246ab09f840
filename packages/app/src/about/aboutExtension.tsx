import { PageBlueprint } from '@backstage/frontend-plugin-api';

/** What this is, whose it is, and under which terms. */
export const aboutExtension = PageBlueprint.make({
  name: 'about',
  params: {
    path: '/about',
    title: 'About IMSA Hub',
    loader: async () => {
      const { AboutPage } = await import('./AboutPage');
      return <AboutPage />;
    },
  },
});
