import { OAuth2 } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  configApiRef,
  createApiRef,
  discoveryApiRef,
  oauthRequestApiRef,
  type BackstageIdentityApi,
  type OpenIdConnectApi,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';
import { SCOPES } from '../signIn/scopes';
import { withTokensEnded } from '../signIn/withTokensEnded';

/** Sign-in with the organisation's OpenID Connect provider. */
export const hubAuthApiRef = createApiRef<
  OpenIdConnectApi & ProfileInfoApi & BackstageIdentityApi & SessionApi
>().with({ id: 'imsa-hub.auth' });

const PROVIDER = { id: 'oidc', title: 'Sign in', icon: () => null };

/**
 * Sessions are kept by the backend in a cookie that no script can read. The
 * page holds a short token in memory and asks for a new one as it runs out.
 */
export const hubAuthApi = ApiBlueprint.make({
  name: 'imsa-hub-auth',
  params: define =>
    define({
      api: hubAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: ({ configApi, discoveryApi, oauthRequestApi }) => {
        const environment =
          configApi.getOptionalString('auth.environment') ?? 'development';
        return withTokensEnded({
          environment,
          discoveryApi,
          auth: OAuth2.create({
            configApi,
            discoveryApi,
            oauthRequestApi,
            provider: PROVIDER,
            environment,
            defaultScopes: SCOPES,
          }),
        });
      },
    }),
});
