import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { TooManyRequestsError } from '@imsa-hub/core-node';
import type { Request, RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import {
  verifiedTokensServiceRef,
  type VerifiedTokens,
} from './verifiedTokens';

const BAD_TOKENS_PER_MINUTE = 30;

/**
 * Slows down whoever tries tokens from one address. Tokens that are known to
 * be good pass even then: behind one address there may be a whole office.
 */
export class TokenBrake {
  private readonly limiter: RateLimiterMemory;

  constructor(
    private readonly options: {
      config: RootConfigService;
      tokens: VerifiedTokens;
    },
  ) {
    this.limiter = new RateLimiterMemory({
      points:
        options.config.getOptionalNumber(
          'hub.limits.badTokensPerAddressPerMinute',
        ) ?? BAD_TOKENS_PER_MINUTE,
      duration: 60,
    });
  }

  /** Counts refused tokens, and answers 429 once there were too many. */
  middleware(): RequestHandler {
    return async (request, response, next) => {
      const token = bearerOf(request);
      if (token === undefined || this.options.tokens.knows(token)) {
        next();
        return;
      }
      const key = request.ip ?? 'unknown';
      const counted = await this.limiter.get(key);
      if (counted && counted.remainingPoints <= 0) {
        throw new TooManyRequestsError(
          'There were too many tries with a sign-in that is not valid. Wait a minute, then sign in again.',
        );
      }
      response.on('finish', () => {
        if (response.statusCode !== 401) return;
        this.limiter.consume(key).catch(() => undefined);
      });
      next();
    };
  }
}

/** The brake of this backend. */
export const tokenBrakeServiceRef = createServiceRef<TokenBrake>({
  id: 'hub.token-brake',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        tokens: verifiedTokensServiceRef,
      },
      factory: deps => new TokenBrake(deps),
    }),
});

function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization;
  return header === undefined
    ? undefined
    : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? header);
}
