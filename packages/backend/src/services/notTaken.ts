import type { LoggerService } from '@backstage/backend-plugin-api';
import { bearerOf, EntryBudget, requestIdOf } from '@imsa-hub/core-node';
import type { Request } from 'express';
import { onTokens, type OnTokens } from './onTokens';
import type { VerifiedTokens } from './verifiedTokens';

/** What a request can be refused for that somebody tries things out with. */
const WHY: ReadonlyMap<number, string> = new Map([
  [400, 'bad input'],
  [413, 'too large'],
  [415, 'a kind of content that is not taken'],
  [429, 'too many tries'],
]);
/** Lines in an hour: of one person, or of all who are not known; and in all. */
const LINES = { perKey: 20, inAll: 1_000 };

/**
 * Says in the log who sent what is not taken, or asked too often: mostly a slip,
 * but many of one person are none. Names the person by the register's id and the
 * route as it is stated, and nothing that was sent. Refusals for who somebody is
 * are in the ledger instead.
 */
export class NotTaken {
  private readonly tokens: VerifiedTokens;
  private readonly budget = new EntryBudget(LINES);

  constructor({ tokens }: Pick<OnTokens, 'tokens'>) {
    this.tokens = tokens;
  }

  /** Is told of each problem of a plugin's routes, before it is answered. */
  noter(logger: LoggerService): (request: Request, status: number) => void {
    return (request, status) => {
      const why = WHY.get(status);
      if (why === undefined) return;
      const who = this.whoAsks(request);
      if (!this.budget.take(who ?? '')) return;
      const leftOut = this.budget.takeOver();
      logger.warn('A request was not taken', {
        why,
        ...(who === undefined ? {} : { who }),
        method: request.method,
        ...routeOf(request),
        requestId: requestIdOf(request),
        ...(leftOut === 0 ? {} : { leftOut }),
      });
    };
  }

  // A token that was good a moment ago says whose request it was.
  private whoAsks(request: Request): string | undefined {
    const token = bearerOf(request);
    const person =
      token === undefined ? undefined : this.tokens.personOf(token);
    return person?.split('/').at(-1);
  }
}

/** The notes of this backend, which all its plugins share. */
export const notTakenServiceRef = onTokens('hub.not-taken', NotTaken);

// `/queries/:queryId`, never the address itself; nothing before one was found.
function routeOf(request: Request): { route?: string } {
  const path: unknown = request.route?.path;
  return path === undefined ? {} : { route: String(path) };
}
