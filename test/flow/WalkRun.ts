import fc from 'fast-check';
import type { FlowCast } from './FlowCast';
import { brokenBy, type MoveMade } from './invariants';
import type { LimitsOf } from './limitsOf';
import { send, type Try } from './request';
import type { Scene } from './Scene';
import type { Shelf, Standing } from './Shelf';
import type { CaseStage } from './stageCase';
import {
  actionOf,
  beginnings,
  pick,
  walkerOf,
  walks,
  type Step,
  type Walk,
} from './walks';

/** What walks on one case came to. */
export interface WalkCounts {
  walks: number;
  attempts: number;
  moves: number;
}

/** Random walks on one case, put back after each. */
export class WalkRun {
  readonly counts: WalkCounts = { walks: 0, attempts: 0, moves: 0 };
  private readonly from: Scene[];
  private since = '2000-01-01';

  constructor(
    private readonly world: {
      cast: FlowCast;
      shelf: Shelf;
      stage: CaseStage;
      limitsOf: LimitsOf;
    },
  ) {
    this.from = beginnings(world.stage.scenes);
  }

  /** @returns how an invariant was broken, by which walk; nothing otherwise */
  async walk(options: {
    seed: number;
    times: number;
  }): Promise<string | undefined> {
    await this.forgetWhatWas();
    const found = await fc.check(
      fc.asyncProperty(walks, walk => this.take(walk)),
      // A walk has eight tries at most: as it was found it can be read already.
      { seed: options.seed, numRuns: options.times, endOnFailure: true },
    );
    if (!found.failed) return undefined;
    const why = found.errorInstance;
    return `${why instanceof Error ? why.message : why} (seed ${found.seed}, ${JSON.stringify(found.counterexample)})`;
  }

  private async take(walk: Walk): Promise<void> {
    const { shelf, stage, cast } = this.world;
    const scene = pick(this.from, walk.from);
    const { caseId } = stage;
    await shelf.putBack(caseId, scene.name);
    const before = await shelf.standing(caseId);
    let standing = before;
    const moves: MoveMade[] = [];
    const told: string[] = [];
    this.counts.walks += 1;
    for (const step of walk.steps) {
      const asked = this.tryOf({ scene, standing, step });
      this.counts.attempts += 1;
      const { status, text } = await send(asked);
      told.push(`${asked.action} by ${asked.player.part}: ${status}`);
      if (status >= 500) {
        throw new Error(`${told.join(', ')}: ${text.slice(0, 200)}`);
      }
      if (status >= 300) continue;
      if (isStale(step) && !ADDS_BESIDE.has(asked.action))
        throw new Error(`${told.join(', ')} with an old version`);
      const { action, player } = asked;
      moves.push({ action, by: player.id, from: standing });
      standing = await shelf.standing(caseId);
    }
    this.counts.moves += moves.length;
    const after = await shelf.after({
      caseId,
      scene: scene.name,
      since: this.since,
    });
    this.since = after.entries.at(-1)?.at ?? this.since;
    const broken = brokenBy({ before, after, moves, ...this.world });
    if (broken.length > 0) {
      throw new Error(
        `${broken.join('; ')} (from ${scene.name}: ${told.join(', ')}; spare is ${cast.spare.id})`,
      );
    }
  }

  private tryOf(input: { scene: Scene; standing: Standing; step: Step }): Try {
    const { scene, standing, step } = input;
    const { cast, stage } = this.world;
    const player = walkerOf(cast, step);
    const action = actionOf(standing.status, step);
    const people = [cast.spare, ...cast.players.values()].filter(
      ({ id }) => id,
    );
    const one = <T>(list: readonly T[]) =>
      list.length > 0 ? pick(list, step.whom) : undefined;
    return {
      player,
      action,
      caseId: scene.caseId,
      draftId: scene.draftId,
      version:
        (action === 'submit' ? stage.draftVersion : standing.version) -
        (isStale(step) ? 1 : 0),
      facts: {
        word: 'a word',
        personId: pick(people, step.whom).id,
        ownerId: pick(people, step.which).id,
        level: step.which % 3 === 0 ? 'outside-specialist' : 'hub-manager',
        areas: ['housing-rights'],
        consent: step.which % 2 === 0 ? 'given' : 'not-given',
        opinionId: (
          standing.opinions.find(({ personId }) => personId === player.id) ??
          one(standing.opinions)
        )?.id,
        spendId: one(standing.spends)?.id,
        taskId: one(standing.tasks),
        daysAgo: 1 + (step.whom % 40),
      },
    };
  }

  /** Entries of the ledger that are older than these walks. */
  private async forgetWhatWas(): Promise<void> {
    const { shelf, stage } = this.world;
    const { entries } = await shelf.look({
      caseId: stage.caseId,
      subjects: [`escalation:${stage.caseId}`],
      since: this.since,
    });
    this.since = entries.at(-1)?.at ?? this.since;
  }
}

/** One in fifteen sends what somebody read before the last change. */
const isStale = (step: Step) => step.which % 15 === 7;

/** What is stale by a version of its own, and not by the case's. */
const ADDS_BESIDE: ReadonlySet<string> = new Set(['write-document', 'upload']);
