import type { RecuseRequest } from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { mayHandle, mayLead, suitable } from '../escalations/suitable';
import { releasePerson } from './releasePerson';

/** Stepping back from a case. */
export class RecusalService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

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
          message: 'Choose somebody other than yourself',
        });
        const patch = await releasePerson(this.context, {
          work,
          row,
          personId: person.id,
          successor: {
            ...(context.isHandler ? { handlerId: target?.id } : {}),
            ...(context.isLead ? { leadId: target?.id } : {}),
          },
        });
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
          patch,
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
}
