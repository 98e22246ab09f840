import { newId } from '@imsa-hub/core';
import { randomInt } from 'node:crypto';
import type { DrillKind } from './DrillKind';
import type { DrillCast, DrillFacts, DrillMove } from './DrillMove';

/** One write as its client knows it. */
export interface DrillWrite {
  move: DrillMove;
  /** A word that stands in its text and nowhere else. */
  marker: string;
  /**
   * `acknowledged`: a 2xx was received. `found`: no answer came, and a second
   * try met what the first one had written. `open`: nobody knows.
   */
  state: 'open' | 'acknowledged' | 'found';
}

/** One query or complex case, and everything that was written on it. */
export interface DrillRecord {
  kind: DrillKind;
  facts: DrillFacts;
  writes: DrillWrite[];
}

/** What the clients of a drill were told, kept outside the hub. */
export class WriteLog {
  readonly records: DrillRecord[] = [];
  acknowledged = 0;
  /** Tries that met no answer, or a 5xx. */
  failedTries = 0;
  private waiting: Array<{
    count: number;
    done: () => void;
    failed: (error: Error) => void;
  }> = [];
  private failure: Error | undefined;

  begin(input: { kind: DrillKind; cast: DrillCast }): DrillRecord {
    const begun: DrillRecord = {
      kind: input.kind,
      facts: {
        cast: input.cast,
        requestKey: newId(),
        caseReference: `ZQ-${randomInt(10_000_000, 99_999_999)}`,
        version: 1,
        draftVersion: 1,
        documentVersion: 1,
      },
      writes: [],
    };
    this.records.push(begun);
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

  /** Writes of a state, and of one kind of record where it is named. */
  count(state: DrillWrite['state'], schema?: DrillKind['schema']): number {
    return this.records
      .filter(({ kind }) => schema === undefined || kind.schema === schema)
      .flatMap(({ writes }) => writes)
      .filter(write => write.state === state).length;
  }
}
