import type { HubRoute } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';

/**
 * Asks the routes of complex cases as a page would, for a person of the demo,
 * in this process: what a demo does is checked as what people do is.
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
      // No route of complex cases looks at the request itself.
      request: {} as Request,
    });
    return (answer ?? {}) as Record<string, unknown>;
  }
}
