import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { HubInputError, type Allowance } from '@imsa-hub/core-node';
import type { PeopleDirectory } from '@imsa-hub/network-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { LiveStreams } from './LiveStreams';

/** What {@link liveRouter} stands on. */
export interface LiveRouterOptions {
  httpAuth: HttpAuthService;
  people: PeopleDirectory;
  /** New lines a person may open in a minute. */
  allowance: Allowance;
  streams: LiveStreams;
}

/** Path of the live line, inside the plugin. */
export const LIVE_PATH = '/live';

/**
 * `GET /live`: the line that says "changed". It is apart from the hub's other
 * routes because its answer does not end; who may open it is decided alike.
 */
export function liveRouter(options: LiveRouterOptions): Router {
  const { httpAuth, people, allowance, streams } = options;
  const router = PromiseRouter();
  router.get(LIVE_PATH, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const person = people.byEntityRef(credentials.principal.userEntityRef);
    if (!person) throw new AuthenticationError();
    await allowance.take(person.id);
    const [field] = Object.keys(request.query);
    if (field !== undefined) {
      throw new HubInputError({
        fields: [
          {
            field: `query.${field.slice(0, 60)}`,
            message: 'This field is not known here; leave it out',
          },
        ],
      });
    }
    // Express answers HEAD by this handler too, and a line has no end.
    if (request.method === 'HEAD') {
      response.setHeader('content-type', 'text/event-stream; charset=utf-8');
      response.setHeader('cache-control', 'no-store, no-transform');
      response.end();
      return;
    }
    streams.open({ person, response });
  });
  return router;
}
