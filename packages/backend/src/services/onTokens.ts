import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  verifiedTokensServiceRef,
  type VerifiedTokens,
} from './verifiedTokens';

/** What a limit that goes by tokens stands on. */
export interface OnTokens {
  config: RootConfigService;
  tokens: VerifiedTokens;
}

/** A service of the whole backend that goes by the tokens requests come with. */
export const onTokens = <T>(id: string, Made: new (on: OnTokens) => T) =>
  createServiceRef<T>({
    id,
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          tokens: verifiedTokensServiceRef,
        },
        factory: deps => new Made(deps),
      }),
  });
