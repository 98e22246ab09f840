import {
  LEVEL_NAMES,
  LEVELS,
  type GiveRequest,
  type RaiseLevelRequest,
} from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { mayHandle, mayTakePart, suitable } from '../escalations/suitable';
import { giveTo } from './giveTo';

/** Who has a case, and at which level. */
export class GivingService {
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
        return {
          patch: await giveTo(this.context, {
            work,
            escalationId: row.id,
            personId: input.person.id,
          }),
          entries: [{ kind: 'move', summary: 'Accepted it' }],
          record: { type: 'escalations.accepted' },
        };
      },
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
        return {
          patch: await giveTo(this.context, {
            work,
            escalationId: row.id,
            personId: target.id,
          }),
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
        const target = suitable(
          this.context,
          row,
          request.personId,
          mayTakePart,
        );
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
          message: 'Choose somebody other than yourself',
        });
        const target = suitable(this.context, row, request.personId, mayHandle);
        await this.context.store.endParts({
          trx: work.trx,
          escalationId: row.id,
          until: work.now,
          personId: person.id,
          part: 'referred',
        });
        return {
          patch: await giveTo(this.context, {
            work,
            escalationId: row.id,
            personId: target.id,
          }),
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
              summary: `Took it a level up: ${LEVEL_NAMES[level]}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.level-raised', why: level },
        };
      },
    });
  }
}
