import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import { bearerOf } from '../http/bearerOf';
import { tokenMoments } from '../http/tokenMoments';
import { readSessionSettings } from './readSessionSettings';

/** What the hub knows of how those who ask have signed in. */
export interface SignIns {
  /**
   * Whether whoever asks signed in so short a time ago that they may do what
   * weighs most. The request's token has to be verified already.
   */
  isFresh(request: Request): boolean;
}

/**
 * Goes by the moment that the token carries. A token that carries none counts
 * as one of an old sign-in.
 *
 * @param options.minutes - for how long a sign-in is fresh
 */
export function createSignIns(options: {
  minutes: number;
  now?: () => number;
}): SignIns {
  const { minutes, now = Date.now } = options;
  return {
    isFresh(request) {
      const { signedInAt } = tokenMoments(bearerOf(request));
      if (signedInAt === undefined) return false;
      return now() - signedInAt * 1000 <= minutes * 60_000;
    },
  };
}

/** The one of this backend; `hub.sessions.freshSignInMinutes`. */
export const signInsServiceRef = createServiceRef<SignIns>({
  id: 'hub.sign-ins',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        createSignIns({
          minutes: readSessionSettings(config).freshSignInMinutes,
        }),
    }),
});
