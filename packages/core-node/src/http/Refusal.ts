import { IdSchema } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';
import type { Reading } from './errors';
import type { HubRoute } from './HubRoute';

/** A request that was refused, as the ledger keeps it. */
export interface Refusal {
  person: PersonContext;
  request: Request;
  route: HubRoute;
  /** The route's path with the ids that were asked for; see {@link askedPath}. */
  asked: string;
  why:
    | 'the role does not include this'
    | 'nothing that this person may see'
    | 'not allowed to this person'
    | 'the sign-in is not fresh';
}

/** A record that the answer to a refused change shows. */
export interface Shown {
  person: PersonContext;
  request: Request;
  reading: Reading;
}

/**
 * A route's path with the ids that were asked for in their places. What is not
 * of the form of an id stays a name: people write anything into an address, and
 * the ledger keeps no content.
 *
 * @param path - as stated: `/queries/:queryId/claim`
 */
export function askedPath(
  path: string,
  params: Readonly<Record<string, string>>,
): string {
  return path.replace(/:(\w+)/g, (name, key: string) =>
    IdSchema.safeParse(params[key]).success ? `${params[key]}` : name,
  );
}
