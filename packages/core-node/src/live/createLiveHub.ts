import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  peopleDirectoryServiceRef,
  type PeopleDirectory,
} from '@imsa-hub/network-node';
import {
  databaseListenerServiceRef,
  type DatabaseListener,
} from '../database/DatabaseListener';
import {
  announcementsServiceRef,
  type Announcements,
} from '../relay/announcements';
import type { LiveChange, LiveHub, LiveMessage } from './LiveHub';

/** How often the people behind open connections are looked at again. */
const LOOK_AGAIN_MS = 5_000;

interface Connection {
  personId: string;
  /** When the person had signed out last as the line was opened. */
  sessionsEndedAt: number | undefined;
  onMessage(message: LiveMessage): void;
  onEnd(): void;
}

/** The live channel of this backend. */
export const liveHubServiceRef = createServiceRef<LiveHub>({
  id: 'hub.live',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        people: peopleDirectoryServiceRef,
        announcements: announcementsServiceRef,
        listener: databaseListenerServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.rootLogger,
      },
      factory({ lifecycle, ...deps }) {
        const { hub, stop } = createLiveHub(deps);
        lifecycle.addShutdownHook(stop);
        return hub;
      },
    }),
});

/** See {@link LiveHub}. */
export function createLiveHub(options: {
  people: PeopleDirectory;
  announcements: Announcements;
  listener: DatabaseListener;
  logger: LoggerService;
}): { hub: LiveHub; stop: () => void } {
  const { people, announcements, listener, logger } = options;
  const connections = new Set<Connection>();

  const end = (connection: Connection) => {
    if (connections.delete(connection)) connection.onEnd();
  };
  const endThoseWhoLeft = () => {
    for (const connection of [...connections]) {
      const person = people.byId(connection.personId);
      if (!person || person.sessionsEndedAt !== connection.sessionsEndedAt)
        end(connection);
    }
  };
  const stopWatching = people.onChange(endThoseWhoLeft);
  const timer = setInterval(endThoseWhoLeft, LOOK_AGAIN_MS);
  timer.unref();

  listener.on('hub_live', payload => {
    if (connections.size === 0 || payload === undefined) return;
    tell(payload).catch(error =>
      logger.warn('A live change could not be passed on', {
        errorName: (error as Error).name,
      }),
    );
  });

  return {
    hub: {
      connect({ person, onMessage, onEnd }) {
        const connection = {
          personId: person.id,
          sessionsEndedAt: person.sessionsEndedAt,
          onMessage,
          onEnd,
        };
        connections.add(connection);
        return { close: () => void connections.delete(connection) };
      },
    },
    stop: () => {
      clearInterval(timer);
      stopWatching();
      for (const connection of [...connections]) end(connection);
    },
  };

  async function tell(payload: string): Promise<void> {
    const change: LiveChange = JSON.parse(payload);
    const spec = announcements.byType(change.type);
    if (!spec) return;
    const admits = await spec.audience(change.subject, { trx: spec.knex });
    for (const connection of connections) {
      const person = people.byId(connection.personId);
      if (person && admits(person)) connection.onMessage({ topic: spec.topic });
    }
  }
}
