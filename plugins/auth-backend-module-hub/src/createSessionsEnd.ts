import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { PeopleDirectory } from '@imsa-hub/network-node';

type Request = Parameters<HttpAuthService['credentials']>[0];

/**
 * Ends what the person who signs out is signed in with: a token that somebody
 * copied would work on for as long as it says. The page sends its own token
 * along, by which the person is known; with none, or one that counts no more,
 * only the cookie ends.
 *
 * @throws whatever keeps it from being noted
 */
export function createSessionsEnd(options: {
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  people: Pick<PeopleDirectory, 'byEntityRef' | 'endSessions'>;
}): (request: Request) => Promise<void> {
  const { httpAuth, people } = options;
  return async request => {
    const person = await personOf(request);
    if (person) await people.endSessions(person);
  };

  async function personOf(request: Request) {
    if (request.headers.authorization === undefined) return undefined;
    try {
      const { principal } = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      return people.byEntityRef(principal.userEntityRef);
    } catch (error) {
      if (SIGNED_OUT.has((error as Error).name)) return undefined;
      throw error;
    }
  }
}

const SIGNED_OUT = new Set(['AuthenticationError', 'NotAllowedError']);
