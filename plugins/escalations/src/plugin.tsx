import {
  PageBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiFolderShield2Line } from '@remixicon/react';
import { CASES_PATH } from './api/paths';

const TITLE = 'Complex cases';

const casesPage = PageBlueprint.make({
  params: {
    path: CASES_PATH,
    title: TITLE,
    icon: <RiFolderShield2Line />,
    loader: async () => {
      const { CasesPages } = await import('./pages/CasesPages');
      return <CasesPages />;
    },
  },
});

/** Complex cases: raising them, the desk, the record. */
export const escalationsPlugin = createFrontendPlugin({
  pluginId: 'escalations',
  title: TITLE,
  icon: <RiFolderShield2Line />,
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: 'escalations.use' } },
  extensions: [casesPage],
});
