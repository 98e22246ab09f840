import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { isRegisterKnown, type PeopleDirectory } from '@imsa-hub/network-node';
import { isIssuedSince } from './isIssuedSince';
import type { VerifiedTokens } from './verifiedTokens';

/**
 * An auth service that verifies a token's signature once, and asks on every
 * request whether the person is still active: a token of someone who left an
 * hour ago, or has signed out since, is worth nothing, however long it would
 * run. While the register
 * cannot be read nobody is let in, and nobody is told that they have to sign in
 * again.
 */
export function activePeopleAuth(options: {
  auth: AuthService;
  people: PeopleDirectory;
  tokens: VerifiedTokens;
  pluginId: string;
  /** Whether the keys that tokens are signed with can be had now. */
  keysCanBeRead(): Promise<boolean>;
}): AuthService {
  const { auth, people, tokens, pluginId, keysCanBeRead } = options;

  async function verify(
    token: string,
    limited: boolean,
  ): Promise<BackstageCredentials> {
    // Tokens for services are good for one plugin only; limited ones only
    // where they are allowed.
    const scope = `${pluginId} ${limited ? 'limited' : 'full'}`;
    const known = tokens.find({ token, scope });
    if (known) return known;
    const authenticate = () =>
      auth.authenticate(token, { allowLimitedAccess: limited });
    // Backstage refuses a good token when it cannot read the keys, as in the
    // first moments after a start: nobody has to sign in again for that.
    const credentials = await authenticate().catch(async () => {
      if (!(await keysCanBeRead())) {
        throw new ServiceUnavailableError('The signing keys cannot be read');
      }
      return authenticate();
    });
    tokens.keep({ token, scope, credentials });
    return credentials;
  }

  return {
    async authenticate(token, request) {
      const credentials = await verify(
        token,
        request?.allowLimitedAccess ?? false,
      );
      if (!auth.isPrincipal(credentials, 'user')) return credentials;
      const person = people.byEntityRef(credentials.principal.userEntityRef);
      if (!person) {
        if (!isRegisterKnown(people)) {
          throw new ServiceUnavailableError('The register cannot be read');
        }
        throw new AuthenticationError('This person is not active');
      }
      if (!isIssuedSince(token, person.sessionsEndedAt)) {
        throw new AuthenticationError('This person has signed out');
      }
      return credentials;
    },
    isPrincipal: (credentials, type) => auth.isPrincipal(credentials, type),
    getNoneCredentials: () => auth.getNoneCredentials(),
    getOwnServiceCredentials: () => auth.getOwnServiceCredentials(),
    getPluginRequestToken: input => auth.getPluginRequestToken(input),
    getLimitedUserToken: credentials => auth.getLimitedUserToken(credentials),
    listPublicServiceKeys: () => auth.listPublicServiceKeys(),
  };
}
