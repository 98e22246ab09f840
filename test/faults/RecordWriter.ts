import { newId } from '@imsa-hub/core';
import type { HubAnswer, HubClient } from '../support/HubClient';
import { kindOf } from './DrillKind';
import type { Doer, DrillAnswer, DrillCast } from './DrillMove';
import type { DrillRecord, DrillWrite, WriteLog } from './WriteLog';

/** One try; a real browser waits longer. */
const LONGEST_TRY_MS = 20_000;
const PAUSE_MS = 250;
/** A hub that stays away longer than this has not recovered. */
const LONGEST_AWAY_MS = 150_000;

/** A record's people, signed in. */
export type SignedInCast = Record<Doer, HubClient>;

type Answer = HubAnswer<DrillAnswer & { current?: DrillAnswer }>;

/** What is being tried. */
interface Trying {
  record: DrillRecord;
  write: DrillWrite;
}

/**
 * Plays records as browsers would: each write is tried with the same request
 * key or version until it is answered, whatever becomes of the hub meanwhile.
 */
export class RecordWriter {
  private stopped = false;

  constructor(
    private readonly options: {
      log: WriteLog;
      cast: DrillCast;
      clients: SignedInCast;
      /** Without it, a write that is not answered ends the playing. */
      perseveres: boolean;
    },
  ) {}

  /** Plays record after record until {@link stop}, and ends the last one. */
  async play(first: number, step: number): Promise<void> {
    for (let number = first; !this.stopped; number += step) {
      const { log, cast } = this.options;
      const record = log.begin({ kind: kindOf(number), cast });
      for (const move of record.kind.moves(number)) {
        const marker = `drill-${newId()}`;
        const write: DrillWrite = { move, marker, state: 'open' };
        record.writes.push(write);
        if (!(await this.untilAnswered({ record, write }))) return;
      }
    }
  }

  /** No new record; without perseverance no new try either. */
  stop(): void {
    this.stopped = true;
  }

  /** Whether it was; not when it was given up. */
  private async untilAnswered(trying: Trying): Promise<boolean> {
    const { log, perseveres } = this.options;
    const { move } = trying.write;
    const giveUpAt = Date.now() + LONGEST_AWAY_MS;
    for (let tries = 1; Date.now() < giveUpAt; tries += 1) {
      if (!perseveres && this.stopped) return false;
      const answer = await this.try(trying);
      if (answer && answer.status < 300) {
        learn(trying, answer.body);
        log.acknowledge(trying.write);
        return true;
      }
      const current = answer?.body.current;
      const expected = trying.record.facts[move.staleBy] + 1;
      if (
        answer?.status === 409 &&
        tries > 1 &&
        current?.version === expected
      ) {
        learn(trying, current);
        trying.write.state = 'found';
        return true;
      }
      if (answer && answer.status < 500) {
        throw new Error(
          `${move.type} was refused: ${answer.status} ${answer.text.slice(0, 300)}`,
        );
      }
      log.failedTries += 1;
      if (!perseveres) return false;
      await new Promise(done => setTimeout(done, PAUSE_MS));
    }
    throw new Error(`${move.type}: the hub did not come back`);
  }

  /** An answer, or nothing when none came. */
  private async try({ record, write }: Trying): Promise<Answer | undefined> {
    const { move, marker } = write;
    const { facts } = record;
    try {
      return await this.options.clients[move.by].send(
        move.method,
        move.path(facts),
        move.body(facts, marker),
        { signal: AbortSignal.timeout(LONGEST_TRY_MS) },
      );
    } catch {
      return undefined;
    }
  }
}

function learn({ record, write }: Trying, answer: DrillAnswer): void {
  Object.assign(record.facts, write.move.learn(record.facts, answer));
}
