import type {
  HttpAuthService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import {
  Allowance,
  type DatabaseListener,
  type HubService,
  type LiveHub,
} from '@imsa-hub/core-node';
import { NOTICES_TOPIC } from '@imsa-hub/notifications-common';
import type { Router } from 'express';
import { LIVE_PATH, liveRouter } from './liveRouter';
import { LiveStreams } from './LiveStreams';

/** Wires the live line: who opens it, what is heard on it, when it ends. */
export function startLive(options: {
  hub: HubService;
  live: LiveHub;
  listener: DatabaseListener;
  httpAuth: HttpAuthService;
  lifecycle: RootLifecycleService;
}): Router {
  const { hub, live, listener, httpAuth, lifecycle } = options;
  const setting = (key: string, otherwise: number) =>
    hub.config.getOptionalNumber(`hub.limits.${key}`) ?? otherwise;
  const streams = new LiveStreams({
    live,
    mostPerPerson: setting('liveLinesPerPerson', 5),
  });
  listener.on('hub_notice', personId => {
    if (personId === undefined) streams.tellAll();
    else streams.tell({ personId, topic: NOTICES_TOPIC });
  });
  lifecycle.addBeforeShutdownHook(() => streams.closeAll());
  hub.enterRoutes([
    {
      method: 'get',
      path: `/api/${hub.pluginId}${LIVE_PATH}`,
      door: 'signed-in',
      scope: 'collection',
      summary: 'Hear which lists of mine have changed',
    },
  ]);
  return liveRouter({
    httpAuth,
    people: hub.people,
    allowance: new Allowance(setting('liveLinesOpenedPerPersonPerMinute', 60)),
    streams,
  });
}
