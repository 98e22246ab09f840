import type { RecuseRequest } from '@imsa-hub/escalations-common';
import { refuseIf, type Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { EscalationPatch } from '../escalations/EscalationRow';
import type { WholeRow } from '../escalations/EscalationStore';
import { mayHandle, mayLead, suitable } from '../escalations/suitable';
import { endHandover } from './endHandover';
import { offerHandover } from './offerHandover';
import { releasePerson } from './releasePerson';

/** Stepping back from a case. */
export class RecusalService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  /**
   * The person's access ends with this, so whoever owns it names a successor
   * first. At the Hub that person handles it at once. A lead IMSA proposes the
   * next one: nobody leads it until they accept and the survivor agrees, as in
   * every handover, and the desk holds the case meanwhile. A case that has
   * ended needs nobody to lead it.
   */
  async recuse(input: ChangeInput & { request: RecuseRequest }) {
    const { request, person } = input;
    await this.changes.make({
      ...input,
      action: 'recuse',
      reason: request.reason,
      apply: async ({ work, row, context }) => {
        const leads = context.isLead && row.open;
        const owns = context.isHandler || leads;
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
                'body.handOverTo',
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
          successor:
            target && context.isHandler ? { handlerId: target.id } : {},
        });
        const proposed =
          leads && target ? await this.propose(work, row, target.id) : {};
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
          patch: { ...patch, ...proposed },
          entries: [
            {
              kind: 'move',
              summary:
                leads && target
                  ? `Stepped back from it and asked ${target.displayName} to take over as lead IMSA`
                  : 'Stepped back from it',
              text: request.reason,
            },
          ],
          record: { type: 'escalations.stepped-back' },
        };
      },
    });
  }

  /** Asks the next lead IMSA; whom the lead had asked already stays asked. */
  private async propose(
    work: Work,
    row: WholeRow,
    personId: string,
  ): Promise<EscalationPatch> {
    if (row.next_lead_id === personId) return {};
    if (row.next_lead_id !== null) {
      await endHandover(this.context, { work, escalationId: row.id });
    }
    return offerHandover(this.context, {
      work,
      escalationId: row.id,
      fromId: row.lead_id ?? row.raised_by,
      toId: personId,
    });
  }
}
