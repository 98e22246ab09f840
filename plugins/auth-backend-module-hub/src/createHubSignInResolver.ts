import type { LoggerService } from '@backstage/backend-plugin-api';
import { SIGNED_IN_AT } from '@imsa-hub/core-node';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import { setTimeout as pause } from 'node:timers/promises';
import type { HubAuthResult } from './createHubOidcAuthenticator';
import { isStrong } from './isStrong';
import { readSignInClaims } from './readSignInClaims';
import type { SessionStamp } from './SessionStamp';
import { signedInAt } from './signedInAt';
import type { SignInNotes } from './SignInNotes';

/** The one thing anybody who is turned away is told, whatever the reason. */
export const NOT_REGISTERED =
  'You are not registered with IMSA Hub under this sign-in. Ask your Hub contact.';

/** Said before anybody is looked up: it tells nothing of who is registered. */
export const NOT_STRONG =
  'IMSA Hub wants a second step when you sign in, such as a code or a security key. Sign in again with it.';

const NOT_NOW = 'Sign-in is not available for a moment. Try again in a minute.';

/**
 * Lets registered, active people in who signed in strongly enough, at sign-in and again at each refresh of
 * the session, unless it was begun before they signed out. The token names the
 * register's record and when they signed in, which stays as it was at each
 * refresh; roles are looked up at each request. A sign-in is in the ledger before
 * it counts.
 */
export function createHubSignInResolver(options: {
  people: Pick<PeopleDirectory, 'admit'>;
  stamp: SessionStamp;
  notes: SignInNotes;
  logger: Pick<LoggerService, 'warn'>;
  /** Ways of signing in that count; any where there are none. */
  accept?: readonly string[];
}): SignInResolver<OAuthAuthenticatorResult<HubAuthResult>> {
  const { people, stamp, notes, logger, accept = [] } = options;
  return async ({ result }, context) => {
    const claims = readSignInClaims(result.fullProfile);
    const { request } = result.fullProfile;
    // A session is as strong as the sign-in that it began with.
    if (request && claims && !isStrong(result.fullProfile, accept)) {
      logger.warn('A sign-in was not strong enough');
      await notes.refused(request, 'not signed in strongly enough');
      throw new NotAllowedError(NOT_STRONG);
    }
    let person: PersonContext | undefined;
    try {
      person = claims && (await people.admit(claims));
      if (request && person) await notes.admitted(request, person);
    } catch (error) {
      if (request) notes.leaveOut(request);
      // Its message could name the database or a row; neither is for the page.
      logger.warn('Somebody could not be signed in', {
        errorName: (error as Error).name,
      });
      throw new ServiceUnavailableError(NOT_NOW);
    }
    if (!person) {
      logger.warn('A sign-in was refused');
      if (request) {
        await notes.refused(
          request,
          claims
            ? 'nobody who may come in'
            : 'the answer of the provider does not hold',
        );
      }
      throw new NotAllowedError(NOT_REGISTERED);
    }
    const session = stamp.read(result.session.refreshToken ?? '');
    if (session && session.beganAt <= (person.sessionsEndedAt ?? -1)) {
      logger.warn('A session that was ended was not renewed');
      throw new NotAllowedError('You have signed out. Sign in again.');
    }
    await pastSignOut(person);
    return context.issueToken({
      claims: {
        sub: person.entityRef,
        ent: [person.entityRef],
        [SIGNED_IN_AT]: Math.floor(
          // Without a refresh token there is no session: it is a sign-in.
          (session?.signedInAt ?? signedInAt(result.fullProfile, Date.now())) /
            1000,
        ),
      },
    });
  };
}

// Tokens say in whole seconds when they were issued, and one of the second in
// which somebody signed out does not count.
async function pastSignOut({ sessionsEndedAt }: PersonContext): Promise<void> {
  if (sessionsEndedAt === undefined) return;
  const firstGood = Math.floor(sessionsEndedAt / 1000) * 1000 + 1000;
  const left = firstGood - Date.now();
  if (left > 0) await pause(Math.min(left, 1000));
}
