import type { GiveRequest } from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { mayHandle, mayTakePart, suitable } from '../escalations/suitable';
import { giveTo } from './giveTo';
import { releasePerson } from './releasePerson';

/**
 * Who has a case. Assigning gives the work to somebody at the desk and changes
 * nothing else; referring brings somebody in beside; transferring gives it up.
 */
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

  /**
   * Gives the work to somebody at the desk. Whoever handled it before does so
   * no more; their tasks, and other parts they have, stay with them.
   */
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

  /**
   * Passes it on and gives it up: every part of the person ends, and their open
   * tasks go with it. Sight that comes from a role is not a part, and stays.
   */
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
        return {
          patch: await releasePerson(this.context, {
            work,
            row,
            personId: person.id,
            successor: { handlerId: target.id },
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
}
