import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiEraserLine, RiTeamLine } from '@remixicon/react';

const networkPage = PageBlueprint.make({
  if: { permissions: { $contains: 'network.use' } },
  params: {
    path: '/network',
    title: 'Network',
    icon: <RiTeamLine />,
    loader: async () => {
      const { NetworkPages } = await import('./NetworkPages');
      return <NetworkPages />;
    },
  },
});

const heldAboutMePage = PageBlueprint.make({
  name: 'held',
  params: {
    path: '/held',
    title: 'What is held about me',
    loader: async () => {
      const { HeldAboutMePage } =
        await import('./subjectAccess/HeldAboutMePage');
      return <HeldAboutMePage />;
    },
  },
});

const erasuresPage = PageBlueprint.make({
  name: 'erasures',
  if: { permissions: { $contains: 'network.confirm-erasure' } },
  params: {
    path: '/erasures',
    title: 'Erasures',
    icon: <RiEraserLine />,
    loader: async () => {
      const { ErasuresPage } = await import('./subjectAccess/ErasuresPage');
      return <ErasuresPage />;
    },
  },
});

/** The register for those whose door it is, and for everybody their own record. */
export const networkPlugin = createFrontendPlugin({
  pluginId: 'network',
  title: 'Network',
  info: { packageJson: () => import('../package.json') },
  extensions: [networkPage, heldAboutMePage, erasuresPage],
});
