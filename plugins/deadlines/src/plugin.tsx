import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiScales3Line } from '@remixicon/react';

const deadlinesPage = PageBlueprint.make({
  params: {
    path: '/legal-limits',
    title: 'Legal limits',
    icon: <RiScales3Line />,
    loader: async () => {
      const { DeadlinesPages } = await import('./DeadlinesPages');
      return <DeadlinesPages />;
    },
  },
});

/** Rules of legal limits and bank holidays, for those whose door it is. */
export const deadlinesPlugin = createFrontendPlugin({
  pluginId: 'deadlines',
  title: 'Legal limits',
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: 'deadlines.use' } },
  extensions: [deadlinesPage],
});
