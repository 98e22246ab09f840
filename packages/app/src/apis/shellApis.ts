import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import {
  AlertApiForwarder,
  AppThemeSelector,
  ErrorApiForwarder,
  FetchMiddlewares,
  FrontendHostDiscovery,
  OAuthRequestManager,
  WebStorage,
  createFetchApi,
} from '@backstage/core-app-api';
import {
  alertApiRef,
  analyticsApiRef,
  appThemeApiRef,
  configApiRef,
  discoveryApiRef,
  errorApiRef,
  fetchApiRef,
  identityApiRef,
  oauthRequestApiRef,
  pluginHeaderActionsApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { DoorPermissionApi } from './DoorPermissionApi';
import { hubAuthApi } from './hubAuthApi';
import { hubThemes } from './hubThemes';
import { signInAgainApi } from './signInAgainApi';
import { swappableComponentsApi } from './swappableComponentsApi';

const alertApi = ApiBlueprint.make({
  name: 'alert',
  params: define =>
    define({
      api: alertApiRef,
      deps: {},
      factory: () => new AlertApiForwarder(),
    }),
});

/** Nothing that people do is counted or sent anywhere. */
const analyticsApi = ApiBlueprint.make({
  name: 'analytics',
  params: define =>
    define({
      api: analyticsApiRef,
      deps: {},
      factory: () => ({ captureEvent: () => undefined }),
    }),
});

const appThemeApi = ApiBlueprint.make({
  name: 'app-theme',
  params: define =>
    define({
      api: appThemeApiRef,
      deps: {},
      factory: () => AppThemeSelector.createWithStorage(hubThemes),
    }),
});

const discoveryApi = ApiBlueprint.make({
  name: 'discovery',
  params: define =>
    define({
      api: discoveryApiRef,
      deps: { configApi: configApiRef },
      factory: ({ configApi }) => FrontendHostDiscovery.fromConfig(configApi),
    }),
});

const errorApi = ApiBlueprint.make({
  name: 'error',
  params: define =>
    define({
      api: errorApiRef,
      deps: {},
      factory: () => new ErrorApiForwarder(),
    }),
});

const fetchApi = ApiBlueprint.make({
  name: 'fetch',
  params: define =>
    define({
      api: fetchApiRef,
      deps: {
        configApi: configApiRef,
        identityApi: identityApiRef,
        discoveryApi: discoveryApiRef,
      },
      factory: ({ configApi, identityApi, discoveryApi: discovery }) =>
        createFetchApi({
          middleware: [
            FetchMiddlewares.resolvePluginProtocol({ discoveryApi: discovery }),
            FetchMiddlewares.injectIdentityAuth({
              identityApi,
              config: configApi,
            }),
          ],
        }),
    }),
});

const headerActionsApi = ApiBlueprint.make({
  name: 'plugin-header-actions',
  params: define =>
    define({
      api: pluginHeaderActionsApiRef,
      deps: {},
      factory: () => ({ getPluginHeaderActions: () => [] }),
    }),
});

const oauthRequestApi = ApiBlueprint.make({
  name: 'oauth-request',
  params: define =>
    define({
      api: oauthRequestApiRef,
      deps: {},
      factory: () => new OAuthRequestManager(),
    }),
});

const permissionApi = ApiBlueprint.make({
  name: 'permission',
  params: define =>
    define({
      api: permissionApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi: fetcher }) => new DoorPermissionApi({ fetcher }),
    }),
});

const storageApi = ApiBlueprint.make({
  name: 'storage',
  params: define =>
    define({
      api: storageApiRef,
      deps: { errorApi: errorApiRef },
      factory: ({ errorApi: errors }) =>
        WebStorage.create({ errorApi: errors }),
    }),
});

/** The utility APIs that pages can rely on. */
export const shellApis = [
  alertApi,
  analyticsApi,
  appThemeApi,
  discoveryApi,
  errorApi,
  fetchApi,
  headerActionsApi,
  hubAuthApi,
  signInAgainApi,
  oauthRequestApi,
  permissionApi,
  storageApi,
  swappableComponentsApi,
];
