import type { Config } from '@backstage/config';
import {
  RateLimiterMemory,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { HubRouterOptions } from '../http/hubRouter';

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

/**
 * The limit of one plugin's routes: requests of a person, of everybody of an
 * organisation together, and changes of a person, each a minute (settings).
 *
 * @returns takes one request from each; throws TooManyRequestsError
 */
export function createLimit(config: Config): HubRouterOptions['limit'] {
  const perMinute = (key: string, otherwise: number) =>
    new Allowance(config.getOptionalNumber(`hub.limits.${key}`) ?? otherwise);
  const requests = perMinute('requestsPerPersonPerMinute', 600);
  const ofOrganisation = perMinute('requestsPerOrganisationPerMinute', 6_000);
  const changes = perMinute('changesPerPersonPerMinute', 120);
  return async (person, { method }) => {
    await requests.take(person.id);
    const [organisation] = person.organisationIds;
    if (organisation) await ofOrganisation.take(organisation);
    if (method !== 'get') await changes.take(person.id);
  };
}
