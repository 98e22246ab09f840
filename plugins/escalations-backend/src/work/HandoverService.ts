import type {
  CompleteHandoverRequest,
  OfferHandoverRequest,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import { refuseIf, type Work } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { WholeRow } from '../escalations/EscalationStore';
import { mayTakePart, suitable } from '../escalations/suitable';
import { endHandover } from '../moves/endHandover';
import { offerHandover } from '../moves/offerHandover';
import { releasePerson } from '../moves/releasePerson';

/**
 * A handover from one lead IMSA to the next. Both have access until it is
 * completed, and that needs the survivor's agreement.
 */
export class HandoverService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  async offer(input: ChangeInput & { request: OfferHandoverRequest }) {
    const { personId, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'offer-handover',
      reason,
      apply: async ({ work, row }) => {
        const target = suitable(this.context, row, personId, mayTakePart);
        refuseIf(target.id === row.lead_id || target.id === row.handler_id, {
          field: 'body.personId',
          message: 'Choose an IMSA who does not lead it and does not handle it',
        });
        return {
          patch: await offerHandover(this.context, {
            work,
            escalationId: row.id,
            fromId: row.lead_id ?? (await lastLead(work.trx, row)),
            toId: target.id,
          }),
          entries: [
            {
              kind: 'move',
              summary: `Asked ${target.displayName} to take over as lead IMSA`,
              text: reason,
            },
          ],
          record: { type: 'escalations.handover-offered' },
        };
      },
    });
  }

  async accept(input: ChangeInput) {
    await this.changes.make({
      ...input,
      action: 'accept-handover',
      apply: async ({ work, row }) => {
        await open(work.trx, row.id).update({ accepted_at: work.now });
        return {
          entries: [{ kind: 'move', summary: 'Agreed to take over' }],
          record: { type: 'escalations.handover-accepted' },
        };
      },
    });
  }

  async complete(input: ChangeInput & { request: CompleteHandoverRequest }) {
    const { survivorAgreedOn, note } = input.request;
    const { store } = this.context;
    await this.changes.make({
      ...input,
      action: 'complete-handover',
      apply: async ({ work, row }) => {
        refuseIf(survivorAgreedOn > londonDateOf(work.now), {
          field: 'body.survivorAgreedOn',
          message: 'This day has not come yet',
        });
        await open(work.trx, row.id).update({
          ended_at: work.now,
          completed: true,
          survivor_agreed_on: survivorAgreedOn,
        });
        const next = row.next_lead_id ?? '';
        await store.endParts({
          trx: work.trx,
          escalationId: row.id,
          until: work.now,
          part: 'next-lead',
        });
        // Whoever led it loses the case, also where they brought it: what they
        // wrote stays theirs to read.
        const patch = row.lead_id
          ? await releasePerson(this.context, {
              work,
              row,
              personId: row.lead_id,
              successor: { leadId: next },
            })
          : await this.leadFrom(work, row.id, next);
        return {
          patch: { ...patch, next_lead_id: null },
          entries: [
            {
              kind: 'move',
              summary: `Completed the handover to ${this.context.hub.people.nameOf(next)}; the survivor agreed`,
              text: note,
            },
          ],
          record: { type: 'escalations.handover-completed' },
        };
      },
    });
  }

  /** Where nobody led it any more. */
  private async leadFrom(work: Work, escalationId: string, personId: string) {
    await this.context.store.addPart({
      trx: work.trx,
      escalationId,
      personId,
      part: 'lead',
      since: work.now,
    });
    return { lead_id: personId };
  }

  async cancel(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'cancel-handover',
      apply: async ({ work, row }) => {
        return {
          patch: await endHandover(this.context, {
            work,
            escalationId: row.id,
          }),
          entries: [
            {
              kind: 'move',
              summary: 'Cancelled the handover',
              text: input.reason,
            },
          ],
          record: { type: 'escalations.handover-cancelled' },
        };
      },
    });
  }
}

/** Who led a case last, where its lead has left. */
async function lastLead(trx: Knex, row: WholeRow): Promise<string> {
  const last = await trx
    .from('participant')
    .where({ escalation_id: row.id, part: 'lead' })
    .orderBy('since', 'desc')
    .first('person_id');
  return last?.person_id ?? row.raised_by;
}

/** The handover of a case that is under way. */
const open = (trx: Knex, escalationId: string) =>
  trx
    .table('handover')
    .where({ escalation_id: escalationId })
    .whereNull('ended_at');
