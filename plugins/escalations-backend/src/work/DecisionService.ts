import type {
  AskOpinionRequest,
  DecideSpendRequest,
  GiveOpinionRequest,
  ProposeSpendRequest,
} from '@imsa-hub/escalations-common';
import { NotFoundError } from '@backstage/errors';
import { refuseIf } from '@imsa-hub/core-node';
import { immigrationGate } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { mayTakePart, suitable } from '../escalations/suitable';

/** What two people decide: second opinions and last-resort spends. */
export class DecisionService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  /** Whoever is asked can see the case until they have answered. */
  async askOpinion(input: ChangeInput & { request: AskOpinionRequest }) {
    const { personId, question } = input.request;
    await this.changes.make({
      ...input,
      action: 'ask-opinion',
      apply: async ({ work, row, seal }) => {
        refuseIf(personId === input.person.id, {
          field: 'body.personId',
          message: 'Choose somebody other than yourself',
        });
        const target = suitable(this.context, row, personId, mayTakePart);
        // A second opinion is advice on this case.
        refuseIf(immigrationGate(target, row) !== undefined, {
          field: 'body.personId',
          message:
            'This case is about immigration. Choose somebody who is recorded as regulated for immigration advice.',
        });
        const id = work.newId();
        await work.trx.table('opinion').insert({
          id,
          escalation_id: row.id,
          asked_of: target.id,
          asked_by: input.person.id,
          asked_at: work.now,
          sealed_question: await seal(
            'opinion',
            'sealed_question',
            id,
            question,
          ),
        });
        await this.context.store.addPart({
          trx: work.trx,
          escalationId: row.id,
          personId: target.id,
          part: 'opinion',
          since: work.now,
        });
        return {
          entries: [
            {
              kind: 'opinion',
              summary: `Asked ${target.displayName} for a second opinion`,
              text: question,
            },
          ],
          record: { type: 'escalations.opinion-asked' },
        };
      },
    });
  }

  async giveOpinion(input: ChangeInput & { request: GiveOpinionRequest }) {
    const { opinionId, text } = input.request;
    const { person } = input;
    await this.changes.make({
      ...input,
      action: 'give-opinion',
      apply: async ({ work, row, seal }) => {
        // The areas, or what they are regulated for, may have changed since.
        const gate = immigrationGate(person, row);
        refuseIf(gate !== undefined, {
          field: 'body.text',
          message: gate ?? '',
        });
        const given = await work.trx
          .table('opinion')
          .where({
            id: opinionId,
            escalation_id: row.id,
            asked_of: person.id,
          })
          .whereNull('given_at')
          .whereNull('lapsed_at')
          .update({
            given_at: work.now,
            sealed_text: await seal('opinion', 'sealed_text', opinionId, text),
          });
        if (given === 0) throw new NotFoundError();
        const more = await work.trx
          .table('opinion')
          .where({ escalation_id: row.id, asked_of: person.id })
          .whereNull('given_at')
          .whereNull('lapsed_at')
          .first('id');
        if (!more) {
          await this.context.store.endParts({
            trx: work.trx,
            escalationId: row.id,
            until: work.now,
            personId: person.id,
            part: 'opinion',
          });
        }
        return {
          entries: [
            { kind: 'opinion', summary: 'Gave a second opinion', text },
          ],
          record: { type: 'escalations.opinion-given' },
        };
      },
    });
  }

  async proposeSpend(input: ChangeInput & { request: ProposeSpendRequest }) {
    const { purpose, amount, alternativesTried } = input.request;
    await this.changes.make({
      ...input,
      action: 'propose-spend',
      apply: async ({ work, row, seal }) => {
        const id = work.newId();
        await work.trx.table('spend').insert({
          id,
          escalation_id: row.id,
          amount,
          proposed_by: input.person.id,
          proposed_at: work.now,
          sealed_purpose: await seal('spend', 'sealed_purpose', id, purpose),
          sealed_alternatives: await seal(
            'spend',
            'sealed_alternatives',
            id,
            alternativesTried,
          ),
        });
        return {
          entries: [
            {
              kind: 'spend',
              summary: `Asked for a last-resort spend of ${pounds(amount)}`,
              text: purpose,
            },
          ],
          record: { type: 'escalations.spend-proposed' },
        };
      },
    });
  }

  /** Nobody decides on what they asked for themselves. */
  async decideSpend(input: ChangeInput & { request: DecideSpendRequest }) {
    const { spendId, decision, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'decide-spend',
      reason,
      apply: async ({ work, row, seal }) => {
        const spend = await work.trx
          .table('spend')
          .where({ id: spendId, escalation_id: row.id, state: 'proposed' })
          .forUpdate()
          .first();
        if (!spend) throw new NotFoundError();
        refuseIf(spend.proposed_by === input.person.id, {
          field: 'body.spendId',
          message: 'You asked for this spend, so somebody else has to decide',
        });
        await work.trx
          .table('spend')
          .where({ id: spendId })
          .update({
            state: decision,
            decided_by: input.person.id,
            decided_at: work.now,
            sealed_reason: await seal(
              'spend',
              'sealed_reason',
              spendId,
              reason,
            ),
          });
        return {
          entries: [
            {
              kind: 'spend',
              summary:
                decision === 'approved'
                  ? `Approved a spend of ${pounds(spend.amount)}`
                  : `Refused a spend of ${pounds(spend.amount)}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.spend-decided', why: decision },
        };
      },
    });
  }
}

const pounds = (pence: number) =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
  }).format(pence / 100);
