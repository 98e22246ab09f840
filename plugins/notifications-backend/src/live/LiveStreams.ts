import type { LiveHub } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Response } from 'express';
import { LiveStream, type LiveStreamTimes } from './LiveStream';

/** Said after a gap: anything may have changed. */
const EVERY_TOPIC = '*';

/**
 * All open pages of this backend. A person has so many at once; one more ends
 * the oldest. The live hub says what a page hears, and when its person left.
 */
export class LiveStreams {
  private readonly byPerson = new Map<string, Set<LiveStream>>();

  constructor(
    private readonly options: {
      live: LiveHub;
      /** Most pages of one person. */
      mostPerPerson: number;
      times?: Partial<LiveStreamTimes>;
    },
  ) {}

  open(input: { person: PersonContext; response: Response }): void {
    const { person, response } = input;
    const own = this.byPerson.get(person.id) ?? new Set<LiveStream>();
    this.byPerson.set(person.id, own);
    const stream = new LiveStream({
      response,
      times: this.options.times,
      onEnd: () => {
        connection.close();
        own.delete(stream);
        if (own.size === 0) this.forget(person.id, own);
      },
    });
    const connection = this.options.live.connect({
      person,
      onMessage: message => stream.tell(message.topic),
      onEnd: () => stream.end(),
    });
    own.add(stream);
    const [oldest] = own;
    if (own.size > this.options.mostPerPerson) oldest?.end();
  }

  /** Tells one person's pages. */
  tell(input: { personId: string; topic: string }): void {
    for (const stream of this.byPerson.get(input.personId) ?? []) {
      stream.tell(input.topic);
    }
  }

  /** Tells every page to ask again about all it shows. */
  tellAll(): void {
    for (const stream of this.all()) stream.tell(EVERY_TOPIC);
  }

  /** Ends every line, so that the server can stop. */
  closeAll(): void {
    for (const stream of this.all()) stream.end();
  }

  private all(): LiveStream[] {
    return [...this.byPerson.values()].flatMap(own => [...own]);
  }

  private forget(personId: string, own: Set<LiveStream>): void {
    if (this.byPerson.get(personId) === own) this.byPerson.delete(personId);
  }
}
