import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';

/** A ledger entry as listeners are told of it. They come back and ask for more. */
export interface PublishedEntry {
  id: string;
  type: string;
  subject: string;
  actor: string;
  /** ISO instant. */
  at: string;
}

/** One notice for one person. Holds no content: a kind and where to look. */
export interface NoticeDraft {
  personId: string;
  /** Key into {@link AnnouncementSpec.phrases}. */
  kind: string;
  /** Address inside the console with opaque ids only: `/advice/queries/<id>`. */
  path: string;
}

/** What follows from ledger entries of some types. */
export interface AnnouncementSpec {
  /** Ledger entry types it answers for. */
  types: readonly string[];
  /** What each kind of notice says. No content, ever. */
  phrases: Readonly<Record<string, string>>;
  /** Topic that open pages are told to ask again about: `advice`. */
  topic: string;
  /**
   * What another plugin has to hear, through its own narrow verb. Runs in the
   * relay's transaction, before anybody is told; the other plugin commits by
   * itself. After a crash between the two it runs again, so that the second
   * time has to change nothing. Where it throws, the entry is tried again.
   */
  follow?(entry: PublishedEntry, context: { trx: Knex }): Promise<void>;
  /**
   * Who is told. Runs in the relay's transaction; a person whom `audience`
   * does not admit is left out, whatever this answers.
   */
  notices?(
    entry: PublishedEntry,
    context: { trx: Knex },
  ): Promise<NoticeDraft[]>;
  /** Who may know of the record now, as a test to run on each person. */
  audience(
    subject: string,
    context: { trx: Knex },
  ): Promise<(person: PersonContext) => boolean>;
  /**
   * References of records, by subject: shown with a notice in the console, to
   * people whom `audience` admits, and in no mail. One that has none is left out.
   */
  references?(
    subjects: readonly string[],
    context: { trx: Knex },
  ): Promise<ReadonlyMap<string, string>>;
}
