import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import { readSignInClaims } from './readSignInClaims';

/** The one thing anybody who is turned away is told, whatever the reason. */
export const NOT_REGISTERED =
  'You are not registered with IMSA Hub under this sign-in. Ask your Hub contact.';

const NOT_NOW = 'Sign-in is not available for a moment. Try again in a minute.';

/**
 * Lets registered, active people in, at sign-in and again at each refresh of
 * the session. The token names the register's record and nothing else; roles
 * are looked up at each request.
 */
export function createHubSignInResolver(options: {
  people: Pick<PeopleDirectory, 'admit'>;
  logger: Pick<LoggerService, 'warn'>;
}): SignInResolver<OAuthAuthenticatorResult<OidcAuthResult>> {
  const { people, logger } = options;
  return async ({ result }, context) => {
    const claims = readSignInClaims(result.fullProfile);
    let person: PersonContext | undefined;
    try {
      person = claims && (await people.admit(claims));
    } catch (error) {
      // Its message could name the database or a row; neither is for the page.
      logger.warn('Somebody could not be signed in', {
        errorName: (error as Error).name,
      });
      throw new ServiceUnavailableError(NOT_NOW);
    }
    if (!person) {
      logger.warn('A sign-in was refused');
      throw new NotAllowedError(NOT_REGISTERED);
    }
    return context.issueToken({
      claims: { sub: person.entityRef, ent: [person.entityRef] },
    });
  };
}
