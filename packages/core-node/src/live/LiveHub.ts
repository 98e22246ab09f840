import type { PersonContext } from '@imsa-hub/network-node';

/** A change that happened; says which plugin and record, never what. */
export interface LiveChange {
  plugin: string;
  type: string;
  subject: string;
  /** The ledger entry's id. */
  entryId: string;
}

/** What a connected page hears: a topic to ask again about, nothing else. */
export interface LiveMessage {
  topic: string;
}

/** One connected page. */
export interface LiveConnection {
  close(): void;
}

/**
 * Carries "something changed" to open pages. Each change is heard only by
 * people who may see its record: the plugin's announcement says who, in the
 * process that holds the connection.
 */
export interface LiveHub {
  /** `onEnd` is called when the person left or signed out, or the hub stops. */
  connect(input: {
    person: PersonContext;
    onMessage(message: LiveMessage): void;
    onEnd(): void;
  }): LiveConnection;
}
