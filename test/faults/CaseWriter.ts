import { newId } from '@imsa-hub/core';
import type { HubAnswer, HubClient } from '../support/HubClient';
import { caseMoves } from './caseMoves';
import type { CaseCast, DrillCase, DrillWrite, WriteLog } from './WriteLog';

/** One try; a real browser waits longer. */
const LONGEST_TRY_MS = 20_000;
const PAUSE_MS = 250;
/** A hub that stays away longer than this has not recovered. */
const LONGEST_AWAY_MS = 150_000;

/** A case's people, signed in. */
export type SignedInCast = Record<keyof CaseCast, HubClient>;

type Answer = HubAnswer<{
  id?: string;
  version?: number;
  current?: { version?: number };
}>;

/**
 * Plays cases as browsers would: each write is tried with the same request key
 * or version until it is answered, whatever becomes of the hub meanwhile.
 */
export class CaseWriter {
  private stopped = false;

  constructor(
    private readonly options: {
      log: WriteLog;
      cast: CaseCast;
      clients: SignedInCast;
      /** Without it, a write that is not answered ends the playing. */
      perseveres: boolean;
    },
  ) {}

  /** Plays case after case until {@link stop}, and ends the last one. */
  async play(first: number, step: number): Promise<void> {
    for (let number = first; !this.stopped; number += step) {
      const { log, cast } = this.options;
      const drillCase = log.begin({ requestKey: newId(), cast });
      if (!(await this.playCase(drillCase, number))) return;
    }
  }

  /** No new case; without perseverance no new try either. */
  stop(): void {
    this.stopped = true;
  }

  private async playCase(
    drillCase: DrillCase,
    number: number,
  ): Promise<boolean> {
    let version = 1;
    for (const move of caseMoves(number)) {
      const write: DrillWrite = {
        move,
        marker: `drill-${newId()}`,
        state: 'open',
      };
      drillCase.writes.push(write);
      const next = await this.untilAnswered({ drillCase, write, version });
      if (next === undefined) return false;
      version = next;
    }
    return true;
  }

  /** The version that the case has after the write; nothing when given up. */
  private async untilAnswered(input: {
    drillCase: DrillCase;
    write: DrillWrite;
    version: number;
  }): Promise<number | undefined> {
    const { log, perseveres } = this.options;
    const { drillCase, write, version } = input;
    const giveUpAt = Date.now() + LONGEST_AWAY_MS;
    for (let tries = 1; Date.now() < giveUpAt; tries += 1) {
      if (!perseveres && this.stopped) return undefined;
      const answer = await this.try(input);
      if (answer && answer.status < 300) {
        drillCase.queryId ??= answer.body.id;
        log.acknowledge(write);
        return answer.body.version ?? version;
      }
      const current = answer?.body.current?.version;
      if (answer?.status === 409 && tries > 1 && current === version + 1) {
        write.state = 'found';
        return current;
      }
      if (answer && answer.status < 500) {
        throw new Error(
          `${write.move.type} was refused: ${answer.status} ${answer.text.slice(0, 300)}`,
        );
      }
      log.failedTries += 1;
      if (!perseveres) return undefined;
      await new Promise(done => setTimeout(done, PAUSE_MS));
    }
    throw new Error(`${write.move.type}: the hub did not come back`);
  }

  /** An answer, or nothing when none came. */
  private async try(input: {
    drillCase: DrillCase;
    write: DrillWrite;
    version: number;
  }): Promise<Answer | undefined> {
    const { drillCase, write, version } = input;
    const { move, marker } = write;
    const facts = {
      requestKey: drillCase.requestKey,
      queryId: drillCase.queryId ?? '',
      version,
      marker,
      cast: drillCase.cast,
    };
    try {
      return await this.options.clients[move.by].send(
        move.method,
        move.path(facts),
        move.body(facts),
        { signal: AbortSignal.timeout(LONGEST_TRY_MS) },
      );
    } catch {
      return undefined;
    }
  }
}
