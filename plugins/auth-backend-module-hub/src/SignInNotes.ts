import type { LoggerService } from '@backstage/backend-plugin-api';
import { addressKey, type EntryBudget } from '@imsa-hub/core-node';
import type {
  IdentityBinder,
  IdentityBinders,
  PersonContext,
} from '@imsa-hub/network-node';
import type { AuthProviderRouteHandlers } from '@backstage/plugin-auth-node';

/** The request in which a sign-in comes back from the provider. */
export type SignInRequest = Parameters<
  AuthProviderRouteHandlers['frameHandler']
>[0];

/** Why nobody was let in. */
export type SignInRefusal =
  /** Not registered, not active, or not verified. */
  | 'nobody who may come in'
  /** Cancelled, or refused by the provider itself. */
  | 'not signed in at the provider'
  | 'the answer of the provider does not hold'
  /** Without the second factor that the hub wants. */
  | 'not signed in strongly enough'
  /** Begun in another browser, answered twice, or made up. */
  | 'not begun in this browser';

/**
 * Enters sign-ins in the ledger: each that is good, before it counts; and those
 * that were refused, as many as the budget has. What is over is entered as a
 * number, so that strangers cannot fill the ledger and nothing is kept silent.
 */
export class SignInNotes {
  private readonly noted = new WeakSet<SignInRequest>();

  constructor(
    private readonly options: {
      binders: Pick<IdentityBinders, 'current'>;
      budget: EntryBudget;
      logger: Pick<LoggerService, 'warn'>;
    },
  ) {}

  /** @throws Error where it cannot be entered: nobody is let in then */
  async admitted(request: SignInRequest, person: PersonContext): Promise<void> {
    this.noted.add(request);
    await this.binder().noteSignIn({ person, from: placeOf(request) });
  }

  /** Never throws: what is refused is refused, whether or not it can be noted. */
  async refused(request: SignInRequest, why: SignInRefusal): Promise<void> {
    if (this.noted.has(request)) return;
    this.noted.add(request);
    if (!this.options.budget.take(addressKey(request))) return;
    await this.quietly(() =>
      this.binder().noteRefusedSignIn({ why, from: placeOf(request) }),
    );
  }

  /** Nothing is to be said of it: it could not even be looked at. */
  leaveOut(request: SignInRequest): void {
    this.noted.add(request);
  }

  /** Enters how many tries were over the budget, if any were. */
  async tellOver(): Promise<void> {
    const { budget } = this.options;
    const over = budget.takeOver();
    if (over === 0) return;
    const done = await this.quietly(() =>
      this.binder().noteRefusedSignIn({ why: `${over} more tries` }),
    );
    if (!done) budget.giveBack(over);
  }

  private binder(): IdentityBinder {
    const binder = this.options.binders.current();
    if (!binder) throw new Error('The register is not there yet');
    return binder;
  }

  private async quietly(task: () => Promise<void>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      this.options.logger.warn('A refused sign-in could not be noted', {
        errorName: (error as Error).name,
      });
      return false;
    }
  }
}

// Taken now: a connection that has been closed says nothing of it any more.
const placeOf = ({ ip }: SignInRequest) => ({ ip });
