import {
  TooManyRequestsError,
  addressKey,
  bearerOf,
  beforeHead,
} from '@imsa-hub/core-node';
import type { RequestHandler, Response } from 'express';
import { BadTokens } from './BadTokens';
import { onTokens, type OnTokens } from './onTokens';
import type { VerifiedTokens } from './verifiedTokens';

const BAD_TOKENS_PER_MINUTE = 30;

/**
 * Slows down whoever tries tokens from one address. Tokens that are known to
 * be good pass even then: behind one address there may be a whole office.
 */
export class TokenBrake {
  private readonly tokens: VerifiedTokens;
  private readonly tries: BadTokens;

  constructor(options: OnTokens) {
    this.tokens = options.tokens;
    this.tries = new BadTokens(
      options.config.getOptionalNumber(
        'hub.limits.badTokensPerAddressPerMinute',
      ) ?? BAD_TOKENS_PER_MINUTE,
    );
  }

  /**
   * Counts each token that is not known yet before it is verified, gives that
   * back when it was good, and answers 429 once there were too many bad ones.
   */
  middleware(): RequestHandler {
    return async (request, response, next) => {
      const token = bearerOf(request);
      if (token === undefined || this.tokens.knows(token)) {
        next();
        return;
      }
      const key = addressKey(request);
      const turn = await this.tries.begin(
        key,
        () => !response.destroyed && !this.tokens.knows(token),
      );
      if (turn === 'too-many') {
        throw new TooManyRequestsError(
          'There were too many tries with a sign-in that is not valid. Wait a minute, then sign in again.',
        );
      }
      if (turn === 'verify') {
        onceAnswered(response, status =>
          this.tries.end(key, {
            // Whoever hangs up before the answer has tried all the same.
            bad:
              status === undefined ? !this.tokens.knows(token) : status === 401,
          }),
        );
      }
      if (!response.destroyed) next();
    };
  }
}

/** The brake of this backend. */
export const tokenBrakeServiceRef = onTokens('hub.token-brake', TokenBrake);

// Without a status: the caller hung up before.
function onceAnswered(
  response: Response,
  tell: (status: number | undefined) => void,
): void {
  let told = false;
  const once = (status: number | undefined) => {
    if (!told) tell(status);
    told = true;
  };
  beforeHead(response, once);
  response.on('close', () => once(undefined));
}
