import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SignInClaims } from './PeopleDirectory';
import type { PersonContext } from './PersonContext';

/**
 * What signing in and out changes in the register and its ledger. The register's plugin
 * supplies it, because each row and its ledger entry are one transaction.
 */
export interface IdentityBinder {
  /**
   * Binds a registered person to the account they signed in with, the first
   * time.
   *
   * @returns the id of the person who is now bound to the issuer and subject; nothing
   * when the claims match nobody who may be bound. Safe against itself: two
   * sign-ins at once bind one account.
   */
  bind(
    claims: SignInClaims & { email: string; emailVerified: true },
  ): Promise<string | undefined>;
  /** Notes that a person signed out: their tokens so far count no more. */
  endSessions(person: PersonContext): Promise<void>;
  /** Enters in the ledger that somebody has signed in. */
  noteSignIn(note: { person: PersonContext; from: SignInPlace }): Promise<void>;
  /** Enters in the ledger that nobody was let in. */
  noteRefusedSignIn(note: {
    /** A fixed phrase. */
    why: string;
    /** Absent where the entry stands for tries from several places. */
    from?: SignInPlace;
  }): Promise<void>;
}

/** The request in which a sign-in comes back from the provider. */
export interface SignInPlace {
  ip?: string | undefined;
}

/** Where the register's plugin installs its binder and the directory finds it. */
export interface IdentityBinders {
  /** Installs the one binder. Throws when there is one already. */
  install(binder: IdentityBinder): void;
  /** The binder, if it is installed; without one nobody new is bound. */
  current(): IdentityBinder | undefined;
}

/** See {@link IdentityBinders}. */
export function createIdentityBinders(): IdentityBinders {
  let installed: IdentityBinder | undefined;
  return {
    install(binder) {
      if (installed) throw new Error('There is an identity binder already');
      installed = binder;
    },
    current: () => installed,
  };
}

/** The one place of this process; see {@link IdentityBinders}. */
export const identityBindersServiceRef = createServiceRef<IdentityBinders>({
  id: 'hub.identity-binders',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createIdentityBinders(),
    }),
});
