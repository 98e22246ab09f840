import {
  createServiceFactory,
  createServiceRef,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const MOST_TOKENS = 10_000;

/** Tokens whose signature was good, until they expire. */
export class VerifiedTokens {
  private readonly kept = new LRUCache<string, BackstageCredentials>({
    max: MOST_TOKENS,
  });
  private readonly good = new LRUCache<string, string>({ max: MOST_TOKENS });

  /** What the token stands for, if it was verified in this scope before. */
  find(input: { token: string; scope: string }) {
    return this.kept.get(`${input.scope} ${digest(input.token)}`);
  }

  /** Keeps a verified token; one that never expires is verified each time. */
  keep(input: {
    token: string;
    scope: string;
    credentials: BackstageCredentials;
  }): void {
    const ttl = (input.credentials.expiresAt?.getTime() ?? 0) - Date.now();
    if (ttl <= 0) return;
    const key = digest(input.token);
    this.kept.set(`${input.scope} ${key}`, input.credentials, { ttl });
    this.good.set(key, personIn(input.credentials), { ttl });
  }

  /** Whether the token was verified in any scope. */
  knows(token: string): boolean {
    return this.good.has(digest(token));
  }

  /** The entity of the person whom a verified token stands for. */
  personOf(token: string): string | undefined {
    return this.good.get(digest(token)) || undefined;
  }
}

/** The tokens of this backend, which all its plugins share. */
export const verifiedTokensServiceRef = createServiceRef<VerifiedTokens>({
  id: 'hub.verified-tokens',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new VerifiedTokens(),
    }),
});

// Empty for a service, which is no person.
function personIn({ principal }: BackstageCredentials): string {
  const { userEntityRef } = principal as { userEntityRef?: unknown };
  return typeof userEntityRef === 'string' ? userEntityRef : '';
}

// Memory holds no token that somebody could use.
function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
