import {
  LIVE_HEARTBEAT_SECONDS,
  type LiveMessage,
} from '@imsa-hub/notifications-common';
import type { Response } from 'express';

/** Many changes in one moment are one "changed". */
const GATHER_MS = 200;
/** A page that reads nothing is cut before it fills the memory. */
const MOST_UNREAD_BYTES = 64 * 1024;
/** A line ends within the life of the token it was opened with. */
const LONGEST_LIFE_MS = 30 * 60_000;

/** Spans that tests shorten; milliseconds. */
export interface LiveStreamTimes {
  heartbeat: number;
  gather: number;
  longestLife: number;
}

const TIMES: LiveStreamTimes = {
  heartbeat: LIVE_HEARTBEAT_SECONDS * 1_000,
  gather: GATHER_MS,
  longestLife: LONGEST_LIFE_MS,
};

/**
 * One open page's line: server-sent events on an ordinary answer. It says
 * nothing at first but its headers: a page that is cut at once, because its
 * person has too many open, then waits longer before it comes back.
 */
export class LiveStream {
  private readonly topics = new Set<string>();
  private readonly timers: NodeJS.Timeout[];
  private gathering: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly options: {
      response: Response;
      onEnd(): void;
      times?: Partial<LiveStreamTimes>;
    },
  ) {
    const { response } = options;
    const times = this.times();
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      // no-transform: compression would hold lines back until its buffer fills.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.on('close', () => this.end());
    response.on('error', () => this.end());
    this.timers = [
      setInterval(() => this.write(':\n\n'), times.heartbeat).unref(),
      setTimeout(() => this.end(), times.longestLife).unref(),
    ];
  }

  /** Says that something of a topic has changed, a moment later. */
  tell(topic: string): void {
    if (this.ended) return;
    this.topics.add(topic);
    this.gathering ??= setTimeout(() => this.flush(), this.times().gather);
  }

  /** Ends the line; `onEnd` is called once. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.timers.forEach(timer => clearTimeout(timer));
    clearTimeout(this.gathering);
    this.options.response.end();
    this.options.onEnd();
  }

  private flush(): void {
    this.gathering = undefined;
    const lines = [...this.topics].map(topic => {
      const message: LiveMessage = { topic };
      return `data: ${JSON.stringify(message)}\n\n`;
    });
    this.topics.clear();
    this.write(lines.join(''));
  }

  private write(text: string): void {
    const { response } = this.options;
    if (this.ended) return;
    if (response.writableLength > MOST_UNREAD_BYTES) {
      response.destroy();
      this.end();
      return;
    }
    response.write(text);
  }

  private times(): LiveStreamTimes {
    return { ...TIMES, ...this.options.times };
  }
}
