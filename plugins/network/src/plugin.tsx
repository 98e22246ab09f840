import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiTeamLine } from '@remixicon/react';

const networkPage = PageBlueprint.make({
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

/** The register of organisations and people, for those whose door it is. */
export const networkPlugin = createFrontendPlugin({
  pluginId: 'network',
  title: 'Network',
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: 'network.use' } },
  extensions: [networkPage],
});
