import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { newId } from '@imsa-hub/core';
import type { Knex } from 'knex';

/** Which words a mail to somebody outside has. There are no others. */
export type OutsideWords = 'arrived' | 'to-read';

/** A mail to somebody outside the register, as it is sent: no content, ever. */
export interface OutsideMail {
  /** The address, read at the moment of sending. */
  to: string;
  words: OutsideWords;
  /** Path of the public page where there is something to read. */
  path: string;
  /** The code that opens the page, where it may be sent to this address. */
  code: string | null;
}

/** How a mail ended: taken by the mail server, or never to be sent. */
export type OutsideOutcome = 'sent' | 'given-up' | 'not-wanted';

/** A plugin that writes to people outside the register. */
export interface OutsideMailSource {
  plugin: string;
  /** Asked at each try; nothing where the mail is no longer wanted. */
  mail(subject: string): Promise<OutsideMail | undefined>;
  /** Called once, in the transaction that ends the mail; not in its schema. */
  ended(input: {
    subject: string;
    outcome: OutsideOutcome;
    /** ISO instant. */
    now: string;
    trx: Knex;
  }): Promise<void>;
}

/** Every plugin that writes to people outside. */
export interface OutsideMailSources {
  /** @throws Error where the plugin has one already */
  add(source: OutsideMailSource): void;
  of(plugin: string): OutsideMailSource | undefined;
}

/** The registry, one in each backend. */
export const outsideMailServiceRef = createServiceRef<OutsideMailSources>({
  id: 'hub.outside-mail',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: createOutsideMailSources,
    }),
});

/** See {@link OutsideMailSources}. */
export function createOutsideMailSources(): OutsideMailSources {
  const sources = new Map<string, OutsideMailSource>();
  return {
    add(source) {
      if (sources.has(source.plugin)) {
        throw new Error(`"${source.plugin}" writes to people outside already`);
      }
      sources.set(source.plugin, source);
    },
    of: plugin => sources.get(plugin),
  };
}

/**
 * Puts a mail into the outbox, in the caller's transaction: it is sent if and
 * only if that commits. One subject is one mail, however often it is asked for.
 */
export async function queueOutsideMail(input: {
  trx: Knex;
  plugin: string;
  /** Opaque; the source knows what it stands for. */
  subject: string;
}): Promise<void> {
  await input.trx
    .withSchema('notifications')
    .table('mail')
    .insert({
      id: newId(),
      outside_plugin: input.plugin,
      outside_subject: input.subject,
    })
    .onConflict(['outside_plugin', 'outside_subject'])
    .ignore();
}
