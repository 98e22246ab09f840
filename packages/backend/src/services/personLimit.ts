import { Allowance, bearerOf } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';
import { isLiveLine } from '../http/isLiveLine';
import { onTokens, type OnTokens } from './onTokens';
import type { VerifiedTokens } from './verifiedTokens';

const REQUESTS_PER_MINUTE = 1_800;

/**
 * Counts what one person asks of all plugins together, Backstage's own
 * included, by the token they come with. A token is somebody's once it was
 * verified; until then the brake on bad tokens holds.
 */
export class PersonLimit {
  private readonly tokens: VerifiedTokens;
  private readonly allowance: Allowance;

  constructor(options: OnTokens) {
    this.tokens = options.tokens;
    this.allowance = new Allowance(
      options.config.getOptionalNumber(
        'hub.limits.requestsPerPersonInAllPerMinute',
      ) ?? REQUESTS_PER_MINUTE,
    );
  }

  /** Answers 429 once somebody asked too often. */
  middleware(): RequestHandler {
    return async (request, _response, next) => {
      const token = bearerOf(request);
      const person =
        token === undefined ? undefined : this.tokens.personOf(token);
      if (person !== undefined && !isLiveLine(request)) {
        await this.allowance.take(person);
      }
      next();
    };
  }
}

/** The limit of this backend, which all its plugins share. */
export const personLimitServiceRef = onTokens('hub.person-limit', PersonLimit);
