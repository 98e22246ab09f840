import type { CaseMove } from './caseMoves';

/** The people who work on one case of a drill; ids of the register. */
export interface CaseCast {
  askerId: string;
  coordinatorId: string;
  adviserId: string;
}

/** One write as its client knows it. */
export interface DrillWrite {
  move: CaseMove;
  /** A word that stands in its text and nowhere else. */
  marker: string;
  /**
   * `acknowledged`: a 2xx was received. `found`: no answer came, and a second
   * try met what the first one had written. `open`: nobody knows.
   */
  state: 'open' | 'acknowledged' | 'found';
}

/** One case and everything that was written on it. */
export interface DrillCase {
  requestKey: string;
  cast: CaseCast;
  /** Known once the question was acknowledged. */
  queryId: string | undefined;
  writes: DrillWrite[];
}

/** What the clients of a drill were told, kept outside the hub. */
export class WriteLog {
  readonly cases: DrillCase[] = [];
  acknowledged = 0;
  /** Tries that met no answer, or a 5xx. */
  failedTries = 0;
  private waiting: Array<{
    count: number;
    done: () => void;
    failed: (error: Error) => void;
  }> = [];
  private failure: Error | undefined;

  begin(input: { requestKey: string; cast: CaseCast }): DrillCase {
    const begun: DrillCase = { ...input, queryId: undefined, writes: [] };
    this.cases.push(begun);
    return begun;
  }

  acknowledge(write: DrillWrite): void {
    write.state = 'acknowledged';
    this.acknowledged += 1;
    const ready = this.waiting.filter(item => item.count <= this.acknowledged);
    this.waiting = this.waiting.filter(item => item.count > this.acknowledged);
    ready.forEach(item => item.done());
  }

  /** Resolves when so many writes have been acknowledged. */
  reached(count: number): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    if (this.acknowledged >= count) return Promise.resolve();
    return new Promise((done, failed) =>
      this.waiting.push({ count, done, failed }),
    );
  }

  /** Ends the waiting, because a writer cannot go on. */
  fail(error: Error): void {
    this.failure = error;
    this.waiting.forEach(item => item.failed(error));
    this.waiting = [];
  }

  /** Writes of which a second try found that the first had been made. */
  found(): number {
    return this.cases
      .flatMap(item => item.writes)
      .filter(write => write.state === 'found').length;
  }
}
