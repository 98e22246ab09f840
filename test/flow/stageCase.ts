import { newId } from '@imsa-hub/core';
import type {
  EscalationAction,
  EscalationStatus,
} from '@imsa-hub/escalations-common';
import { done } from '../access/done';
import { CASE_BODIES, dayFromNow, type CaseFacts } from '../support/caseBodies';
import { draftCase, raiseCase } from '../support/raiseCase';
import type { FlowCast, PartName } from './FlowCast';
import {
  bringersIn,
  hasOwnBringers,
  levelIn,
  VARIANTS,
  withoutConsent,
  type Scene,
  type Variant,
} from './Scene';
import type { Shelf } from './Shelf';

const AREAS = ['housing-rights'];
/** States in which people work on a case, so that anything can be open. */
const WORKING = ['accepted', 'in-progress', 'waiting', 'resolved'] as const;
type Status = Scene['status'];

/** What leads from one state to the next. */
const ROAD: ReadonlyArray<
  readonly [from: Status, by: PartName, action: EscalationAction, to: Status]
> = [
  ['raised', 'senior', 'return', 'returned'],
  ['raised', 'raiser', 'withdraw', 'withdrawn'],
  ['raised', 'handler', 'accept', 'accepted'],
  ['accepted', 'handler', 'start', 'in-progress'],
  ['in-progress', 'handler', 'wait', 'waiting'],
  ['in-progress', 'handler', 'resolve', 'resolved'],
  ['resolved', 'handler', 'close', 'closed'],
];

/** What opens something in a state where people work. */
const OPENS: Readonly<
  Record<
    Variant,
    ReadonlyArray<readonly [PartName, EscalationAction, PartName?]>
  >
> = {
  'nothing open': [],
  'raiser leads': [],
  'brought by the Hub Manager': [],
  'led by the Hub Manager, without consent': [],
  'the lead has left': [],
  'opinion open': [['handler', 'ask-opinion', 'asked']],
  'handover offered': [['lead', 'offer-handover', 'next-lead']],
  'handover accepted': [
    ['lead', 'offer-handover', 'next-lead'],
    ['next-lead', 'accept-handover'],
  ],
  'spend proposed': [['handler', 'propose-spend']],
  'with the Hub Manager': [['handler', 'raise-level']],
  'without consent': [['lead', 'record-consent']],
  'with an outside specialist': [
    ['handler', 'raise-level'],
    ['hub-manager', 'raise-level'],
  ],
};

/**
 * One case in every state and variant, each kept on the shelf. What a request
 * can make is made by one; what none can (a second opinion that is open on a
 * closed case) is set by hand, so that the table is tried there too.
 */
export class CaseStage {
  readonly scenes: Scene[] = [];
  caseId = '';
  /** The version of the draft with which the raiser mends it. */
  draftVersion = 0;
  private draftId = '';

  private constructor(
    private readonly cast: FlowCast,
    private readonly shelf: Shelf,
  ) {}

  static async set(cast: FlowCast, shelf: Shelf): Promise<CaseStage> {
    const stage = new CaseStage(cast, shelf);
    await stage.raise();
    for (const step of ROAD) await stage.walk(...step);
    for (const status of STATES) {
      for (const variant of VARIANTS) {
        stage.scenes.push(await stage.scene(status, variant));
      }
    }
    return stage;
  }

  /** Raised by one IMSA, led by another since, and begun to be mended. */
  private async raise(): Promise<void> {
    const { cast, shelf } = this;
    const { client, id: raiserId } = cast.of('raiser');
    const answers = {
      word: 'a word',
      more: {
        events: [
          { ruleId: 'homelessness-review-england', date: dayFromNow(-3) },
        ],
        legalRequests: [
          {
            kind: 'witness-summons',
            received: dayFromNow(-2),
            due: dayFromNow(30),
            from: 'a word',
          },
        ],
      },
    };
    this.caseId = (await raiseCase(client, answers)).id;
    const draft = await draftCase(client, answers);
    this.draftId = draft.id;
    this.draftVersion = draft.version;
    await shelf.change(
      `with led as (update escalations.participant set person_id = $2
         where escalation_id = $1 and part = 'lead'),
       mends as (update escalations.draft set escalation_id = $1
         where id = $3 and author_id = $4)
       update escalations.escalation set lead_id = $2 where id = $1`,
      [this.caseId, cast.of('lead').id, this.draftId, raiserId],
    );
    await shelf.keep(this.caseId, nameOf('raised', 'nothing open'));
  }

  private async walk(
    from: Status,
    by: PartName,
    action: EscalationAction,
    to: Status,
  ): Promise<void> {
    const { shelf, caseId } = this;
    await shelf.putBack(caseId, nameOf(from, 'nothing open'));
    await this.act(by, action);
    if (to === 'accepted') await this.act('handler', 'add-task');
    await shelf.keep(caseId, nameOf(to, 'nothing open'));
  }

  private async scene(status: Status, variant: Variant): Promise<Scene> {
    const { shelf, caseId } = this;
    const name = nameOf(status, variant);
    const works = WORKING.some(state => state === status);
    const handled = works || status === 'closed';
    if (hasOwnBringers(variant)) await this.bring(status, variant);
    else if (variant !== 'nothing open') {
      const from = works ? status : 'in-progress';
      await shelf.putBack(caseId, nameOf(from, 'nothing open'));
      await this.act('handler', 'refer', 'coordinator');
      for (const [by, action, whom] of OPENS[variant]) {
        await this.act(by, action, whom);
      }
      if (!works) await this.setByHand(status);
    } else await shelf.putBack(caseId, name);
    await shelf.keep(caseId, name);
    const { opinions, spends, tasks } = await shelf.standing(caseId);
    return {
      name,
      caseId,
      status,
      variant,
      level: levelIn(variant),
      handled,
      draftId: this.draftId,
      opinionId: opinions[0]?.id,
      spendId: spends[0]?.id,
      taskId: tasks[0],
    };
  }

  /** Brought and led by others than it was, the draft that mends it too. */
  private async bring(status: Status, variant: Variant): Promise<void> {
    const { shelf, caseId, cast } = this;
    const { raiser, lead } = bringersIn(variant);
    await shelf.putBack(caseId, nameOf(status, 'nothing open'));
    await shelf.change(
      `with has_part as (update escalations.participant
         set person_id = coalesce(case part when 'lead' then $3::text end,
             case part when 'raiser' then $2 end, person_id),
           until = case when part = 'lead' and $3::text is null then now()
             else until end
         where escalation_id = $1 and part in ('raiser', 'lead')),
       mends as (update escalations.draft set author_id = $2
         where escalation_id = $1)
       update escalations.escalation set raised_by = $2, lead_id = $3::text,
         consent = case when $4 then 'not-given' else consent end
       where id = $1`,
      [
        caseId,
        cast.of(raiser).id,
        lead && cast.of(lead).id,
        withoutConsent(variant),
      ],
    );
  }

  /** A state in which this could not have been opened. */
  private async setByHand(status: Status): Promise<void> {
    const { shelf, caseId } = this;
    const ended = status === 'closed' || status === 'withdrawn';
    await shelf.change(
      `update escalations.escalation set status = $2,
         closed_at = case when $3 then now() end,
         handler_id = case when $2 = 'closed' then handler_id end
       where id = $1`,
      [caseId, status, ended],
    );
    if (status === 'closed') return;
    await shelf.change(
      `update escalations.participant set until = now()
       where escalation_id = $1 and part = 'handler'`,
      [caseId],
    );
  }

  /** A change that has to work. */
  private async act(
    by: PartName,
    action: EscalationAction,
    whom: PartName = by,
  ): Promise<void> {
    const { cast, shelf, caseId } = this;
    const { version } = await shelf.standing(caseId);
    const facts: CaseFacts = {
      word: 'a word',
      personId: cast.of(whom).id,
      ownerId: cast.of(by).id,
      // Each raises it to the level above their own.
      level: by === 'hub-manager' ? 'outside-specialist' : 'hub-manager',
      areas: AREAS,
    };
    await done(
      `${action} by ${by}`,
      cast.of(by).client.post(`/api/escalations/cases/${caseId}/${action}`, {
        version,
        ...CASE_BODIES[action](facts),
      }),
    );
  }
}

const STATES: readonly Status[] = [
  'raised',
  'returned',
  'accepted',
  'in-progress',
  'waiting',
  'resolved',
  'closed',
  'withdrawn',
];

const nameOf = (status: EscalationStatus, variant: Variant) =>
  `${status}, ${variant}`;

/** A draft that nobody has raised yet, of the raiser. */
export async function stageDraft(
  cast: FlowCast,
): Promise<{ id: string; version: number }> {
  return draftCase(cast.of('raiser').client, { word: newId() });
}
