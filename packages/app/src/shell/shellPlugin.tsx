import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { aboutExtension } from '../about/aboutExtension';
import { shellApis } from '../apis/shellApis';
import { swappableComponents } from '../errors/swappableComponents';
import { layoutExtension } from '../layout/layoutExtension';
import { signInExtension } from '../signIn/signInExtension';
import { appExtension } from './appExtension';
import { rootExtension } from './rootExtension';
import { routesExtension } from './routesExtension';

/**
 * The shell. It stands where Backstage's own `app` plugin would and keeps its
 * extension ids, so that pages, sign-in pages, wrappers and elements of other
 * plugins attach as their documentation says.
 */
export const shellPlugin = createFrontendPlugin({
  pluginId: 'app',
  info: { packageJson: () => import('../../package.json') },
  extensions: [
    appExtension,
    rootExtension,
    layoutExtension,
    routesExtension,
    signInExtension,
    aboutExtension,
    ...shellApis,
    ...swappableComponents,
  ],
});
