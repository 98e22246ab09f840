import {
  defineRoute,
  type HubRoute,
  type SessionSettings,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { presentMe } from './presentMe';

/** The route that tells somebody who they are to the hub. */
export function meRoutes(options: {
  doorsOf(person: PersonContext): string[];
  sessions: Pick<SessionSettings, 'idleMinutes'>;
}): HubRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/me',
      summary: 'Who you are here, and what is open to you',
      door: 'signed-in',
      scope: 'collection',
      handle: async ({ person }) =>
        presentMe(person, {
          doors: options.doorsOf(person),
          sessionIdleMinutes: options.sessions.idleMinutes,
        }),
    }),
  ];
}
