import {
  ESCALATION_ACTIONS,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import type { HubAnswer } from '../support/HubClient';
import type { CaseFacts } from '../support/caseBodies';
import { expected, STATUSES, wantsReason } from './expected';
import { faultsOf, subjectsOf, type Before, type Seen } from './faultsOf';
import { thoughtOf, unlikePolicy } from './holdAgainstPolicy';
import type { FlowCast, Player } from './FlowCast';
import type { FlowFindings } from './FlowFindings';
import { send, type Try } from './request';
import { needsReason } from './policy';
import { takerOf, triersOf, withoutConsent, type Scene } from './Scene';
import type { Shelf } from './Shelf';

/** Everybody tries every action in one scene after the other. */
export class TableRun {
  /** The newest entry of the ledger that was counted already. */
  private since = '2000-01-01';

  constructor(
    private readonly world: {
      cast: FlowCast;
      shelf: Shelf;
      findings: FlowFindings;
    },
  ) {}

  async scene(scene: Scene): Promise<void> {
    const { shelf } = this.world;
    await shelf.putBack(scene.caseId, scene.name);
    // What was done to set the scene is none of what is tried here.
    const { traces, standing } = await this.look(scene, [
      `escalation:${scene.caseId}`,
      `escalation-draft:${scene.draftId}`,
    ]);
    if (!standing) throw new Error(`${scene.name} is not on the shelf`);
    const before = {
      traces,
      version: standing.version,
      draftVersion: draftVersionIn(traces),
    };
    for (const part of triersOf(scene)) {
      const player = this.world.cast.of(part);
      for (const action of ESCALATION_ACTIONS) {
        await this.cell({ scene, before, player, action });
      }
    }
  }

  private async cell(input: {
    scene: Scene;
    before: Before;
    player: Player;
    action: EscalationAction;
  }): Promise<void> {
    const { scene, before, action } = input;
    const { findings } = this.world;
    const wanted = expected(input);
    findings.cells += 1;
    if (wanted.verdict === 'done') {
      findings.allowed += 1;
      findings.did(action);
      if (wantsReason(scene, action) !== needsReason(action)) {
        this.note(input, 'done', ['the policy thinks otherwise of a reason']);
      }
      if (needsReason(action)) await this.withoutReason(input);
    } else findings.refused += 1;
    const asked = this.tryOf(input);
    const answer = await send(asked);
    const seen = await this.look(scene, subjectsOf(asked));
    const faults = [
      ...(STATUSES[wanted.verdict].includes(answer.status)
        ? []
        : [`answered ${answer.status} ${answer.text.slice(0, 200)}`]),
      ...faultsOf({ wanted, before, seen, asked }),
      ...unlikePolicy(thoughtOf(input), {
        status: answer.status,
        state: seen.standing?.status,
      }),
    ];
    this.note(input, wanted.verdict, faults);
    await this.mend(scene, before, seen);
  }

  /** The same without a reason, and with one of blanks. */
  private async withoutReason(input: {
    scene: Scene;
    before: Before;
    player: Player;
    action: EscalationAction;
  }): Promise<void> {
    const { scene, before } = input;
    for (const reason of [null, '  ']) {
      this.world.findings.withoutReason += 1;
      const asked = { ...this.tryOf(input), reason };
      const answer: HubAnswer = await send(asked);
      const seen = await this.look(scene, subjectsOf(asked));
      this.note(input, 'refused for want of a reason', [
        ...(answer.status === 400 ? [] : [`answered ${answer.status}`]),
        ...faultsOf({
          wanted: { verdict: 'refused', aboutPerson: false },
          before,
          seen,
          asked,
        }),
      ]);
      await this.mend(scene, before, seen);
    }
  }

  private tryOf(input: {
    scene: Scene;
    before: Before;
    player: Player;
    action: EscalationAction;
  }): Try {
    const { scene, before, player, action } = input;
    const { cast } = this.world;
    const facts: CaseFacts = {
      word: 'a word',
      personId: takerOf(scene, action, cast),
      ownerId: cast.spare.id,
      level:
        scene.level === 'senior-imsa' ? 'hub-manager' : 'outside-specialist',
      areas: ['housing-rights'],
      consent: withoutConsent(scene.variant) ? 'given' : 'not-given',
      opinionId: scene.opinionId,
      spendId: scene.spendId,
      taskId: scene.taskId,
    };
    return {
      player,
      action,
      caseId: scene.caseId,
      draftId: scene.draftId,
      version: action === 'submit' ? before.draftVersion : before.version,
      facts,
    };
  }

  private async look(scene: Scene, subjects: readonly string[]): Promise<Seen> {
    const seen = await this.world.shelf.look({
      caseId: scene.caseId,
      subjects,
      since: this.since,
    });
    this.since = seen.entries.at(-1)?.at ?? this.since;
    return seen;
  }

  private note(
    input: { scene: Scene; player: Player; action: EscalationAction },
    wanted: string,
    faults: readonly string[],
  ): void {
    if (faults.length === 0) return;
    const { scene, player, action } = input;
    this.world.findings.wrong.push(
      `${scene.name}: ${action} by ${player.part} has to be ${wanted}: ${faults.join(', ')}`,
    );
  }

  private async mend(scene: Scene, before: Before, seen: Seen) {
    if (seen.traces === before.traces) return;
    await this.world.shelf.putBack(scene.caseId, scene.name);
  }
}

/** The draft is one of the rows that are kept with a case. */
function draftVersionIn(traces: string): number {
  const line = /^draft (.*)$/m.exec(traces)?.[1] ?? '[]';
  const [draft] = JSON.parse(line) as Array<{ version: number }>;
  return draft?.version ?? 1;
}
