import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Issuer } from 'openid-client';

const PROVIDER = 'auth.providers.oidc';

/**
 * Holds what a provider's metadata says it is against the issuer of the
 * configuration: ID tokens are only held against the metadata.
 *
 * @throws Error where the two differ in a single character
 */
export function requireIssuer(expected: string, said: unknown): void {
  if (said === expected) return;
  throw new Error(
    `${PROVIDER}: the metadata names another issuer than the setting "issuer": ${JSON.stringify(said)}`,
  );
}

/**
 * Asks each provider for its metadata before anything starts. One that is away
 * is no reason not to start: it is held to the same when it is asked again.
 *
 * @throws Error for a provider that is not the expected one
 */
export async function refuseOtherIssuer(options: {
  config: RootConfigService;
  logger: LoggerService;
}): Promise<void> {
  const environments = options.config.getConfig(PROVIDER);
  for (const environment of environments.keys()) {
    const provider = environments.getConfig(environment);
    // Missing settings stop the start, whether or not the provider answers.
    const expected = provider.getString('issuer');
    const issuer = await Issuer.discover(
      provider.getString('metadataUrl'),
    ).catch((error: Error) => {
      options.logger.warn('The sign-in provider does not say who it is yet', {
        errorName: error.name,
      });
    });
    if (issuer) requireIssuer(expected, issuer.metadata.issuer);
  }
}
