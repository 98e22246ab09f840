import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SignInClaims } from './PeopleDirectory';

/**
 * Binds a registered person to the account they signed in with, the first
 * time. The register's plugin supplies it, because a binding is a change of
 * the register: its row and its ledger entry are one transaction.
 */
export interface IdentityBinder {
  /**
   * The id of the person who is now bound to the issuer and subject; nothing
   * when the claims match nobody who may be bound. Safe against itself: two
   * sign-ins at once bind one account.
   */
  bind(
    claims: SignInClaims & { email: string; emailVerified: true },
  ): Promise<string | undefined>;
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
