import { LRUCache } from 'lru-cache';

const MOST_ADDRESSES = 100_000;
const MINUTE_MS = 60_000;

/** How a try went on: it may be verified, or there were too many before it. */
export type Turn = 'verify' | 'too-many';

interface Under {
  way: number;
  waiting: Array<() => void>;
}

/**
 * Counts, by key, tries that are under way and those that turned out bad in
 * this minute. Both together never exceed the figure: whoever comes above it
 * waits until one under way has ended, so that many good tries at once are all
 * let through, and many bad ones at once are not.
 */
export class BadTokens {
  private readonly bad = new LRUCache<string, number>({
    max: MOST_ADDRESSES,
    ttl: MINUTE_MS,
    // A minute from the first of them.
    noUpdateTTL: true,
  });
  private readonly under = new Map<string, Under>();

  constructor(private readonly perMinute: number) {}

  /**
   * Takes a place for one try, waiting for one where none is free.
   *
   * @param isNeeded - whether the try is still one once it is its turn
   * @returns `verify` with a place that {@link BadTokens.end} gives back,
   * `too-many`, or nothing where the try is not needed any more
   */
  async begin(key: string, isNeeded: () => boolean): Promise<Turn | undefined> {
    for (;;) {
      if (!isNeeded()) {
        this.wake(key);
        return undefined;
      }
      const bad = this.bad.get(key) ?? 0;
      if (bad >= this.perMinute) {
        this.wake(key);
        return 'too-many';
      }
      const under = this.under.get(key) ?? { way: 0, waiting: [] };
      if (bad + under.way < this.perMinute) {
        under.way += 1;
        this.under.set(key, under);
        return 'verify';
      }
      await new Promise<void>(go => under.waiting.push(go));
    }
  }

  /** Gives a place back; a bad try is counted for the rest of the minute. */
  end(key: string, outcome: { bad: boolean }): void {
    if (outcome.bad) this.bad.set(key, (this.bad.get(key) ?? 0) + 1);
    const under = this.under.get(key);
    if (!under) return;
    under.way -= 1;
    this.wake(key);
  }

  // One at a time: whoever needs no place wakes the next.
  private wake(key: string): void {
    const under = this.under.get(key);
    if (!under) return;
    const next = under.waiting.shift();
    if (next) next();
    else if (under.way <= 0) this.under.delete(key);
  }
}
