import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AnnouncementSpec } from './Announcement';

/** A plugin's announcement with the database it reads from. */
export interface RegisteredAnnouncement extends AnnouncementSpec {
  plugin: string;
  knex: Knex;
}

/** Everything that any plugin announces. */
export interface Announcements {
  /** @throws Error where two announcements answer for one type or kind */
  add(announcement: RegisteredAnnouncement): void;
  byType(type: string): RegisteredAnnouncement | undefined;
  /** What a kind of notice says, in this version of the hub. */
  phrase(kind: string): string | undefined;
}

/** The registry, one in each backend. */
export const announcementsServiceRef = createServiceRef<Announcements>({
  id: 'hub.announcements',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: createAnnouncements,
    }),
});

/** See {@link Announcements}. */
export function createAnnouncements(): Announcements {
  const byType = new Map<string, RegisteredAnnouncement>();
  const phrases = new Map<string, string>();
  return {
    add(announcement) {
      for (const type of announcement.types) {
        if (byType.has(type)) {
          throw new Error(`Two announcements answer for "${type}"`);
        }
        byType.set(type, announcement);
      }
      for (const [kind, phrase] of Object.entries(announcement.phrases)) {
        if (phrases.has(kind) && phrases.get(kind) !== phrase) {
          throw new Error(`Two announcements have a notice "${kind}"`);
        }
        phrases.set(kind, phrase);
      }
    },
    byType: type => byType.get(type),
    phrase: kind => phrases.get(kind),
  };
}
