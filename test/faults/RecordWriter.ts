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
      const met = tries > 1 && answer && (await this.met(trying, answer));
      if (met) {
        learn(trying, met);
        trying.write.state = 'found';
        return true;
      }
      // Looking for what was made can fall into the next death of the hub.
      const isUnsure = tries > 1 && answer?.status === 404 && move.seek;
      if (answer && answer.status < 500 && !isUnsure) {
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

  /** What an earlier try made, where the answer to this one shows it. */
  private async met(
    { record, write }: Trying,
    answer: Answer,
  ): Promise<DrillAnswer | undefined> {
    const { seek, staleBy, by } = write.move;
    const { facts } = record;
    if (answer.status === 409) {
      const { current } = answer.body;
      return current?.version === facts[staleBy] + 1 ? current : undefined;
    }
    if (answer.status !== 404 || !seek) return undefined;
    const found = await this.options.clients[by]
      .post(seek.path, seek.body(facts))
      .catch(() => undefined);
    return found?.status === 200 ? seek.found(found.body) : undefined;
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
