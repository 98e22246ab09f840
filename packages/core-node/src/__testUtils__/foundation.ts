import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import { join } from 'node:path';

/** The smallest schema that a plugin of the hub can have. */
export const foundationSchema = {
  schema: 'foundation',
  migrations: join(__dirname, 'migrations'),
};

/** The schema that every plugin's relay writes notices to. */
export const notificationsSchema = {
  schema: 'notifications',
  migrations: join(
    __dirname,
    '../../../../plugins/notifications-backend/migrations',
  ),
};

/** An active person with nothing special about them. */
export function aPerson(given: Partial<PersonContext> = {}): PersonContext {
  const id = given.id ?? '01hq3v5k8m0000000000000001';
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: 'Test Person',
    email: 'person@hub.example',
    roles: ['imsa'],
    employments: [],
    organisationIds: ['01hq3v5k8m0000000000000099'],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: ['england'],
    specialisms: [],
    languages: ['en'],
    ...given,
  };
}

/** A register that tests change at will. */
export interface ChangingPeople {
  directory: PeopleDirectory;
  /** Replaces everybody; `tell` is false where the news is not to arrive. */
  become(people: readonly PersonContext[], tell?: boolean): void;
}

/** A {@link PeopleDirectory} over a list. */
export function peopleOf(...first: PersonContext[]): ChangingPeople {
  let people: readonly PersonContext[] = first;
  const listeners = new Set<() => void>();
  return {
    become(next, tell = true) {
      people = next;
      if (tell) listeners.forEach(listener => listener());
    },
    directory: {
      byEntityRef: ref => people.find(person => person.entityRef === ref),
      byId: id => people.find(person => person.id === id),
      all: () => people,
      withRole: role => people.filter(person => person.roles.includes(role)),
      nameOf: id => people.find(person => person.id === id)?.displayName ?? '',
      organisation: () => undefined,
      organisations: () => [],
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      refresh: async () => undefined,
      ready: async () => undefined,
      admit: async () => undefined,
      endSessions: async () => undefined,
    },
  };
}

/** One line that was logged. */
export interface LoggedLine {
  level: 'error' | 'warn' | 'info' | 'debug';
  message: string;
  meta: unknown;
}

/** A logger that keeps its lines. */
export function listeningLogger(): {
  logger: LoggerService;
  lines: LoggedLine[];
} {
  const lines: LoggedLine[] = [];
  const at =
    (level: LoggedLine['level']) => (message: string, meta?: unknown) =>
      void lines.push({ level, message, meta });
  const logger: LoggerService = {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    child: () => logger,
  };
  return { logger, lines };
}

/** Waits until it is so, at most five seconds. */
export async function eventually(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not become so in 5 seconds');
    await new Promise(done => setTimeout(done, 20));
  }
}
