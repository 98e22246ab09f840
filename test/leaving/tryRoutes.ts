import { newId } from '@imsa-hub/core';
import type { WrittenRoute } from '@imsa-hub/core-node';
import type { HubClient } from '../support/HubClient';

const LONGEST_MS = 15_000;
const AT_ONCE = 4;

/** A route and what it answered; 0 where no answer came. */
export interface TriedRoute {
  route: string;
  status: number;
}

/**
 * Tries every route with a person's token. Ids in addresses are their own where
 * the table names such a record.
 */
export async function tryRoutes(options: {
  table: readonly WrittenRoute[];
  person: HubClient;
  ids: Readonly<Record<string, string>>;
}): Promise<TriedRoute[]> {
  const { person, ids } = options;
  const waiting = [...options.table];
  const tried: TriedRoute[] = [];
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const path = next.path.replace(
        /:(\w+)/g,
        (_all, name: string) => ids[name] ?? newId(),
      );
      tried.push({
        route: `${next.method} ${next.path}`,
        status: await statusOf({ person, method: next.method, path }),
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tried;
}

// The answer's head is enough: the live line has no end.
async function statusOf(options: {
  person: HubClient;
  method: string;
  path: string;
}): Promise<number> {
  const { person, path } = options;
  const method = options.method.toUpperCase();
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LONGEST_MS);
  try {
    const response = await fetch(`${person.url}${path}`, {
      method,
      redirect: 'manual',
      signal: controller.signal,
      headers: {
        ...(person.token ? { authorization: `Bearer ${person.token}` } : {}),
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: '{}' } : {}),
    });
    return response.status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
