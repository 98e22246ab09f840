import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';
import type { z } from 'zod';
import type { LedgerActor } from '../ledger/LedgerEntry';

/** What a route's handler is given: parsed, bounded, and who asks. */
export interface HubRequest<P, Q, B> {
  person: PersonContext;
  actor: LedgerActor;
  params: P;
  query: Q;
  body: B;
  request: Request;
}

/** One route of the console's interface. */
export interface HubRoute<P = unknown, Q = unknown, B = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Express path inside the plugin: `/queries/:queryId/claim`. */
  path: string;
  /** What it is for, in a few words; shown in the interface's document. */
  summary: string;
  /** The permission that opens it; `signed-in` must be said on purpose. */
  door: BasicPermission | 'signed-in';
  /**
   * `record`: without the door it answers as if the record were missing;
   * `collection`: it says that it is not open to this person.
   */
  scope: 'record' | 'collection';
  /**
   * What weighs most: taken only from whoever signed in a short time ago
   * (`hub.sessions.freshSignInMinutes`), so that a borrowed telephone or a
   * copied token is not enough for it.
   */
  freshSignIn?: true;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** Largest body in bytes; 100 kB unless told. */
  bodyLimit?: number;
  /** Status of a success; 200 unless told. */
  status?: number;
  /** Answers JSON; `undefined` answers 204, a `Download` is sent as a file. */
  handle(input: HubRequest<P, Q, B>): Promise<unknown>;
}

/** States a route, with the types of its parts taken from its schemas. */
export function defineRoute<
  P = Record<string, never>,
  Q = Record<string, never>,
  B = undefined,
>(route: HubRoute<P, Q, B>): HubRoute {
  return route as unknown as HubRoute;
}
