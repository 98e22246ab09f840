const HOUR_MS = 3_600_000;

/**
 * How many entries may be made of tries that anybody can make: so many an hour
 * from one place, and from all together. What is over is counted.
 */
export class EntryBudget {
  private readonly perKey: number;
  private readonly inAll: number;
  private readonly now: () => number;
  private hour = 0;
  private spent = 0;
  private uncounted = 0;
  /** No more keys than entries in all. */
  private readonly byKey = new Map<string, number>();

  constructor(options: { perKey: number; inAll: number; now?: () => number }) {
    this.perKey = options.perKey;
    this.inAll = options.inAll;
    this.now = options.now ?? (() => Date.now());
  }

  /** Whether an entry may be made; where not, the try is counted. */
  take(key: string): boolean {
    const hour = Math.floor(this.now() / HOUR_MS);
    if (hour !== this.hour) {
      this.hour = hour;
      this.spent = 0;
      this.byKey.clear();
    }
    const ofKey = this.byKey.get(key) ?? 0;
    if (ofKey >= this.perKey || this.spent >= this.inAll) {
      this.uncounted += 1;
      return false;
    }
    this.byKey.set(key, ofKey + 1);
    this.spent += 1;
    return true;
  }

  /** How many tries were over since it was last asked. */
  takeOver(): number {
    const over = this.uncounted;
    this.uncounted = 0;
    return over;
  }

  /** Counts tries again whose entry could not be made. */
  giveBack(over: number): void {
    this.uncounted += over;
  }
}
