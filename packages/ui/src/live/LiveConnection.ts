import type { Fetcher } from '../api/hubRequest';
import { readEventStream } from './readEventStream';

/** Said when anything may have changed: after a gap, or when polling. */
export const EVERY_TOPIC = '*';

const LIVE_PATH = 'plugin://notifications/live';
const POLL_MS = 30_000;
/** The server breathes every 15 s; three missed breaths are a dead line. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

interface LiveConnectionOptions {
  fetcher: Fetcher;
  /** Told the topic that changed, or `EVERY_TOPIC`. */
  onTopic(topic: string): void;
}

function topicOf(data: string): string | undefined {
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null) return undefined;
    const { topic } = message as { topic?: unknown };
    return typeof topic === 'string' ? topic : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One line to the backend that says "changed", never what. It is opened with
 * `fetch`, not `EventSource`, because it must carry the person's token; each
 * new attempt therefore carries a fresh one. While the line is down, every
 * topic counts as changed each 30 s.
 */
export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  #stopped = false;
  #abort = new AbortController();
  #wait = FIRST_WAIT_MS;
  #poll: ReturnType<typeof setInterval> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
  }

  start(): void {
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    this.#abort.abort();
    this.#stopPolling();
    clearTimeout(this.#timer);
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    this.#abort = new AbortController();
    try {
      await this.#listen();
    } catch {
      // Whatever cut the line, the cure is the same: poll, and try again.
    }
    if (this.#stopped) return;
    this.#startPolling();
    const jitter = 0.5 + Math.random();
    this.#timer = setTimeout(() => void this.#connect(), this.#wait * jitter);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  async #listen(): Promise<void> {
    const response = await this.#options.fetcher.fetch(LIVE_PATH, {
      headers: { accept: 'text/event-stream' },
      signal: this.#abort.signal,
    });
    if (!response.ok || !response.body) return;
    const wasDown = this.#poll !== undefined;
    this.#stopPolling();
    if (wasDown) this.#options.onTopic(EVERY_TOPIC);

    let silence = this.#watchSilence();
    try {
      for await (const data of readEventStream(response.body)) {
        clearTimeout(silence);
        silence = this.#watchSilence();
        // Only a line that has carried something resets the patience.
        this.#wait = FIRST_WAIT_MS;
        const topic = topicOf(data);
        if (topic) this.#options.onTopic(topic);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  #watchSilence(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#abort.abort(), SILENCE_MS);
  }

  #startPolling(): void {
    this.#poll ??= setInterval(
      () => this.#options.onTopic(EVERY_TOPIC),
      POLL_MS,
    );
  }

  #stopPolling(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }
}
