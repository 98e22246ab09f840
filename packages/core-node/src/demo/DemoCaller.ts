import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';
import { z } from 'zod';
import type { HubRoute } from '../http/HubRoute';

/**
 * Asks a plugin's routes as a page would, for a person of the demo, in this
 * process: what a demo does is checked as what people do is.
 */
export class DemoCaller {
  constructor(private readonly routes: readonly HubRoute[]) {}

  /** @throws whatever the route refuses with */
  async call(input: {
    person: PersonContext;
    method: HubRoute['method'];
    /** As the route states it: `/cases/:escalationId/accept`. */
    path: string;
    params?: Readonly<Record<string, string>>;
    body?: object;
  }): Promise<Record<string, unknown>> {
    const { person, method, path } = input;
    const route = this.routes.find(
      known => known.method === method && known.path === path,
    );
    if (!route)
      throw new Error(`The demo asks ${method} ${path}: no such route`);
    const answer = await route.handle({
      person,
      actor: {
        id: person.id,
        chain: person.organisationIds[0] ?? 'no-organisation',
      },
      params: route.params?.parse(input.params ?? {}) ?? {},
      query: {},
      body: route.body?.parse(input.body ?? {}),
      // No route that a demo asks looks at the request itself.
      request: {} as Request,
    });
    return (answer ?? {}) as Record<string, unknown>;
  }

  /** Does one thing to a record, whichever method its route has. */
  async move(input: {
    person: PersonContext;
    /** `/cases/:escalationId/accept`. */
    path: string;
    params: Readonly<Record<string, string>>;
    body: object;
    /** The record's, for routes that ask for it. */
    version: unknown;
  }): Promise<void> {
    const { path, version } = input;
    const route = this.routes.find(
      known => known.path === path && known.method !== 'get',
    );
    if (!route) throw new Error(`The demo asks ${path}: no such route`);
    const asksVersion =
      route.body instanceof z.ZodObject && 'version' in route.body.shape;
    await this.call({
      person: input.person,
      method: route.method,
      path,
      params: input.params,
      body: asksVersion ? { version, ...input.body } : input.body,
    });
  }
}
