import type { LoggerService } from '@backstage/backend-plugin-api';
import { newId } from '@imsa-hub/core';
import { createAnnouncements, createUnitOfWork } from '@imsa-hub/core-node';
import type { PeopleDirectory, PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { join } from 'node:path';
import { NoticeAudience } from '../notices/NoticeAudience';

/** This plugin's schema. */
export const notificationsSchema = {
  schema: 'notifications',
  migrations: join(__dirname, '../../migrations'),
};

/** A type that the world below announces. */
export const ASSIGNED = 'advice.query-assigned';

/** An active person. */
export function aPerson(given: Partial<PersonContext> = {}): PersonContext {
  const id = given.id ?? newId();
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: 'Canary Person',
    email: `${id}@hub.example`,
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

/** The hub around this plugin, as far as notices need it. */
export function aWorld(knex: Knex, ...first: PersonContext[]) {
  let people: readonly PersonContext[] = first;
  const listeners = new Set<() => void>();
  const directory: PeopleDirectory = {
    byEntityRef: ref => people.find(person => person.entityRef === ref),
    byId: id => people.find(person => person.id === id),
    all: () => people,
    withRole: role => people.filter(person => person.roles.includes(role)),
    nameOf: () => '',
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
  };
  const logged: unknown[] = [];
  const log = (...line: unknown[]) => void logged.push(line);
  const logger: LoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  };
  /** `<person id> <subject>` of what is not to be known any more. */
  const hidden = new Set<string>();
  const failing = new Set<string>();
  const asked: string[] = [];
  /** Of which records references were asked for, call by call. */
  const namedFor: string[][] = [];
  const announcements = createAnnouncements();
  announcements.add({
    plugin: 'advice',
    knex,
    types: [ASSIGNED],
    phrases: { 'advice.assigned': 'A query was given to you' },
    topic: 'advice',
    async audience(subject) {
      asked.push(subject);
      if (failing.has(subject)) throw new Error('audience canary');
      return person => !hidden.has(`${person.id} ${subject}`);
    },
    async references(subjects) {
      namedFor.push([...subjects]);
      if (subjects.some(subject => subject.endsWith('unnamable'))) {
        throw new Error('references canary');
      }
      return new Map(
        subjects
          .filter(subject => !subject.endsWith('nameless'))
          .map(subject => [subject, `ADV-${subject.split(':')[1]}`]),
      );
    },
  });
  return {
    directory,
    announcements,
    logger,
    logged,
    hidden,
    failing,
    asked,
    namedFor,
    audience: new NoticeAudience({ announcements, logger }),
    work: createUnitOfWork({
      knex,
      ledgerKey: Buffer.alloc(32, 5),
      pluginId: 'notifications',
    }),
    /** Replaces everybody, and tells. */
    become(...next: PersonContext[]) {
      people = next;
      listeners.forEach(listener => listener());
    },
  };
}

/** Puts notices there as another plugin's relay does; ids in rising order. */
export async function giveNotices(
  knex: Knex,
  input: {
    person: PersonContext;
    subjects: readonly string[];
    type?: string;
    secondsAgo?: number;
  },
): Promise<string[]> {
  const at = Date.now() - (input.secondsAgo ?? 60) * 1_000;
  const rows = input.subjects.map((subject, index) => ({
    id: newId(at + index),
    entry_id: newId(),
    plugin: 'advice',
    type: input.type ?? ASSIGNED,
    subject,
    person_id: input.person.id,
    kind: 'advice.assigned',
    path: `/advice/queries/${subject.split(':')[1]}`,
    created_at: new Date(at + index),
  }));
  if (rows.length > 0) await knex.table('notice').insert(rows);
  return rows.map(row => row.id);
}
