import type { Config } from '@backstage/config';
import {
  RateLimiterMemory,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** Thrown when somebody asks more often than their allowance. */
export class TooManyRequestsError extends Error {
  override name = 'TooManyRequests';
  readonly status = 429;
}

/** Counts tries by key; refuses above so many in a minute. */
export class Allowance {
  private readonly limiter: RateLimiterAbstract;

  constructor(perMinute: number) {
    this.limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /**
   * Takes one try from the allowance of a key.
   *
   * @throws TooManyRequestsError when none is left in this minute
   */
  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (error) {
      if (error instanceof Error) throw error;
      throw new TooManyRequestsError(
        'There were too many tries in a short time. Wait a minute, then try again.',
      );
    }
  }
}

/** Requests a minute for each person and each organisation (settings). */
export function readAllowances(config: Config) {
  const perMinute = (key: string, otherwise: number) =>
    new Allowance(config.getOptionalNumber(`hub.limits.${key}`) ?? otherwise);
  return {
    person: perMinute('requestsPerPersonPerMinute', 600),
    organisation: perMinute('requestsPerOrganisationPerMinute', 6_000),
    changes: perMinute('changesPerPersonPerMinute', 120),
  };
}
