import {
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { SearchBox } from './SearchBox';

const searchBox = createExtension({
  name: 'box',
  attachTo: { id: 'app/layout', input: 'tools' },
  output: [coreExtensionData.reactElement],
  factory: () => [coreExtensionData.reactElement(<SearchBox />)],
});

/** One box that searches everything a person may see. */
export const searchPlugin = createFrontendPlugin({
  pluginId: 'search',
  title: 'Search',
  info: { packageJson: () => import('../package.json') },
  if: { permissions: { $contains: 'search.use' } },
  extensions: [searchBox],
});
