import {
  LEVEL_NAMES,
  LEVELS,
  WAIT_CATEGORY_NAMES,
  type CloseRequest,
  type GiveRequest,
  type RaiseLevelRequest,
  type RecuseRequest,
  type WaitRequest,
} from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type { ChangeInput, EscalationChanges } from './EscalationChanges';
import { mayHandle, mayLead, suitable } from './suitable';

/** How a case moves: who takes it on, at which level, and how it ends. */
export class MoveService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  /** The first one gets it. */
  async accept(input: ChangeInput) {
    await this.changes.make({
      ...input,
      action: 'accept',
      apply: async ({ work, row }) => {
        await this.handle(work, row.id, input.person.id);
        return {
          patch: { handler_id: input.person.id },
          entries: [{ kind: 'move', summary: 'Accepted it' }],
          record: { type: 'escalations.accepted' },
        };
      },
    });
  }

  async return(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'return',
      apply: async ({ row, seal }) => ({
        patch: {
          handler_id: null,
          sealed_returned_for: await seal(
            'escalation',
            'sealed_returned_for',
            row.id,
            input.reason,
          ),
        },
        entries: [
          {
            kind: 'move',
            summary: 'Returned it to the IMSA',
            text: input.reason,
          },
        ],
        record: { type: 'escalations.returned' },
      }),
    });
  }

  /** Gives it to somebody at the Hub; whoever had it before gives it up. */
  async assign(input: ChangeInput & { request: GiveRequest }) {
    const { request } = input;
    await this.changes.make({
      ...input,
      action: 'assign',
      reason: request.reason,
      apply: async ({ work, row }) => {
        const target = suitable(this.context, row, request.personId, mayHandle);
        await this.handle(work, row.id, target.id);
        return {
          patch: { handler_id: target.id },
          entries: [
            {
              kind: 'move',
              summary: `Gave it to ${target.displayName}`,
              text: request.reason,
            },
          ],
          record: { type: 'escalations.assigned' },
        };
      },
    });
  }

  /** Brings somebody in; whoever has it keeps it. */
  async refer(input: ChangeInput & { request: GiveRequest }) {
    const { request } = input;
    await this.changes.make({
      ...input,
      action: 'refer',
      reason: request.reason,
      apply: async ({ work, row }) => {
        const target = suitable(this.context, row, request.personId, mayLead);
        await this.context.store.addPart({
          trx: work.trx,
          escalationId: row.id,
          personId: target.id,
          part: 'referred',
          since: work.now,
        });
        return {
          entries: [
            {
              kind: 'move',
              summary: `Referred it to ${target.displayName} and kept it`,
              text: request.reason,
            },
          ],
          record: { type: 'escalations.referred' },
        };
      },
    });
  }

  /** Passes it on and gives it up: the person's own access by part ends. */
  async transfer(input: ChangeInput & { request: GiveRequest }) {
    const { request, person } = input;
    await this.changes.make({
      ...input,
      action: 'transfer',
      reason: request.reason,
      apply: async ({ work, row }) => {
        refuseIf(request.personId === person.id, {
          field: 'body.personId',
          message: 'Choose somebody else than yourself',
        });
        const target = suitable(this.context, row, request.personId, mayHandle);
        await this.context.store.endParts({
          trx: work.trx,
          escalationId: row.id,
          until: work.now,
          personId: person.id,
          part: 'referred',
        });
        await this.handle(work, row.id, target.id);
        return {
          patch: { handler_id: target.id },
          entries: [
            {
              kind: 'move',
              summary: `Transferred it to ${target.displayName} and gave it up`,
              text: request.reason,
            },
          ],
          record: { type: 'escalations.transferred' },
        };
      },
    });
  }

  /** One step up: senior IMSA, Hub Manager, outside specialist. */
  async raiseLevel(input: ChangeInput & { request: RaiseLevelRequest }) {
    const { level, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'raise-level',
      reason,
      apply: async ({ row }) => {
        refuseIf(LEVELS.indexOf(level) !== LEVELS.indexOf(row.level) + 1, {
          field: 'body.level',
          message: `From ${LEVEL_NAMES[row.level]} it goes one level up`,
        });
        return {
          patch: { level },
          entries: [
            {
              kind: 'move',
              summary: `Raised it to the level of ${LEVEL_NAMES[level]}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.level-raised', why: level },
        };
      },
    });
  }

  async start(input: ChangeInput) {
    await this.changes.make({
      ...input,
      action: 'start',
      apply: async () => ({
        entries: [{ kind: 'move', summary: 'Started work' }],
        record: { type: 'escalations.started' },
      }),
    });
  }

  async wait(input: ChangeInput & { request: WaitRequest }) {
    const { category, until, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'wait',
      reason,
      apply: async ({ work }) => {
        refuseIf(until !== null && until < work.now.slice(0, 10), {
          field: 'body.until',
          message: 'Choose a day that is not in the past',
        });
        return {
          patch: { waiting_for: category, waiting_until: until },
          entries: [
            {
              kind: 'move',
              summary: `Set it waiting: ${WAIT_CATEGORY_NAMES[category].toLowerCase()}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.waiting', why: category },
        };
      },
    });
  }

  async resume(input: ChangeInput & { reason: string }) {
    await this.plain(input, {
      action: 'resume',
      summary: 'Went on with it',
      type: 'escalations.resumed',
    });
  }

  async resolve(input: ChangeInput & { reason: string }) {
    await this.plain(input, {
      action: 'resolve',
      summary: 'Resolved it',
      type: 'escalations.resolved',
    });
  }

  async withdraw(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'withdraw',
      apply: async ({ work }) => ({
        patch: { closed_at: new Date(work.now), ...this.retention(work.now) },
        entries: [{ kind: 'move', summary: 'Withdrew it', text: input.reason }],
        record: { type: 'escalations.withdrawn' },
      }),
    });
  }

  async reopen(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'reopen',
      apply: async ({ row }) => {
        refuseIf(row.destroyed_at !== null, {
          field: 'body.reason',
          message: 'The content of this case was destroyed; it cannot go on',
        });
        return {
          patch: { closed_at: null, retain_until: null },
          entries: [
            { kind: 'move', summary: 'Reopened it', text: input.reason },
          ],
          record: { type: 'escalations.reopened' },
        };
      },
    });
  }

  async close(input: ChangeInput & { request: CloseRequest }) {
    const { request } = input;
    await this.changes.make({
      ...input,
      action: 'close',
      apply: async ({ work, row, seal }) => {
        const given = new Set(request.outcomes.map(({ area }) => area));
        refuseIf(
          given.size !== request.outcomes.length ||
            given.size !== row.areas.length ||
            row.areas.some(area => !given.has(area)),
          {
            field: 'body.outcomes',
            message: 'Say once for each area of this case what came of it',
          },
        );
        refuseIf(
          (row.late_at !== null ||
            (row.state_due_at !== null &&
              row.state_due_at.getTime() < Date.parse(work.now))) &&
            !request.lateReason,
          {
            field: 'body.lateReason',
            message: 'This is later than its target. Say why.',
          },
        );
        await work.trx
          .table('outcome')
          .where({ escalation_id: row.id })
          .delete();
        for (const { area, result, why } of request.outcomes) {
          await work.trx.table('outcome').insert({
            escalation_id: row.id,
            area,
            result,
            sealed_why: await seal(
              'outcome',
              'sealed_why',
              `${row.id}.${area}`,
              why,
            ),
          });
        }
        const some = (column: string, text: string) =>
          text ? seal('escalation', column, row.id, text) : null;
        return {
          patch: {
            closed_at: new Date(work.now),
            ...this.retention(work.now),
            key_outcomes: request.keyOutcomes,
            has_learning_point: request.learningPoint !== '',
            has_structural_issue: request.structuralIssue !== '',
            sealed_learning_point: await some(
              'sealed_learning_point',
              request.learningPoint,
            ),
            sealed_structural_issue: await some(
              'sealed_structural_issue',
              request.structuralIssue,
            ),
          },
          entries: [
            { kind: 'move', summary: 'Closed it', text: request.lateReason },
          ],
          record: { type: 'escalations.closed' },
        };
      },
    });
  }

  /** The person's access ends with this; lead and handler name a successor. */
  async recuse(input: ChangeInput & { request: RecuseRequest }) {
    const { request, person } = input;
    await this.changes.make({
      ...input,
      action: 'recuse',
      reason: request.reason,
      apply: async ({ work, row, context }) => {
        const owns = context.isHandler || context.isLead;
        refuseIf(owns && !request.handOverTo, {
          field: 'body.handOverTo',
          message: 'Choose who takes over before you step back',
        });
        const target =
          owns && request.handOverTo
            ? suitable(
                this.context,
                row,
                request.handOverTo,
                context.isHandler ? mayHandle : mayLead,
              )
            : undefined;
        refuseIf(target?.id === person.id, {
          field: 'body.handOverTo',
          message: 'Choose somebody else than yourself',
        });
        const { store } = this.context;
        const at = { trx: work.trx, escalationId: row.id };
        await store.endParts({ ...at, until: work.now, personId: person.id });
        if (target && context.isLead) {
          await store.addPart({
            ...at,
            personId: target.id,
            part: 'lead',
            since: work.now,
          });
        }
        if (target && context.isHandler) {
          await this.handle(work, row.id, target.id);
        }
        await work.trx
          .table('recusal')
          .insert({
            escalation_id: row.id,
            person_id: person.id,
            at: work.now,
          })
          .onConflict()
          .ignore();
        return {
          patch: {
            ...(target && context.isLead ? { lead_id: target.id } : {}),
            ...(target && context.isHandler ? { handler_id: target.id } : {}),
            ...(context.isNextLead ? { next_lead_id: null } : {}),
          },
          entries: [
            {
              kind: 'move',
              summary: 'Stepped back from it',
              text: request.reason,
            },
          ],
          record: { type: 'escalations.stepped-back' },
        };
      },
    });
  }

  private async plain(
    input: ChangeInput & { reason: string },
    move: { action: 'resume' | 'resolve'; summary: string; type: string },
  ) {
    await this.changes.make({
      ...input,
      action: move.action,
      apply: async () => ({
        entries: [{ kind: 'move', summary: move.summary, text: input.reason }],
        record: { type: move.type },
      }),
    });
  }

  /** One handler at a time: the part of the one before ends. */
  private async handle(
    work: Parameters<Parameters<EscalationContext['hub']['work']['run']>[1]>[0],
    escalationId: string,
    personId: string,
  ) {
    const at = { trx: work.trx, escalationId };
    await this.context.store.endParts({
      ...at,
      until: work.now,
      part: 'handler',
    });
    await this.context.store.addPart({
      ...at,
      personId,
      part: 'handler',
      since: work.now,
    });
  }

  private retention(now: string) {
    const day = new Date(now);
    day.setUTCMonth(day.getUTCMonth() + this.context.retentionMonths);
    return { retain_until: day.toISOString().slice(0, 10) };
  }
}
