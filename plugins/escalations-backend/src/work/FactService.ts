import {
  FACT_NAMES,
  type ChangeFactRequest,
} from '@imsa-hub/escalations-common';
import { refuseIf } from '@imsa-hub/core-node';
import { immigrationGate, isImmigration } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import type { EscalationPatch } from '../escalations/EscalationRow';
import { isFree } from '../escalations/suitable';
import { releasePerson } from '../moves/releasePerson';
import { factChange } from './factChange';

/** What a case is about, as it is known now; what it was stays in its history. */
export class FactService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  /** A changed fact keeps the old value and says why. */
  async changeFact(input: ChangeInput & { request: ChangeFactRequest }) {
    const { fact, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'change-fact',
      reason,
      apply: async ({ row, seal, work }) => {
        const { patch, before, after } = await factChange({
          context: this.context,
          knex: work.trx,
          row,
          request: input.request,
          seal,
        });
        refuseIf(
          patch.areas !== undefined &&
            !isImmigration(patch.areas) &&
            immigrationGate(input.person, row) !== undefined,
          {
            field: 'body.value',
            message:
              'Immigration and asylum stays until somebody who is recorded as regulated for it takes that area away: assign the case to them for it.',
          },
        );
        return {
          patch,
          entries: [
            {
              kind: 'fact',
              summary: `Changed: ${FACT_NAMES[fact]}`,
              text: `${after}\n\nWhy: ${reason}`,
              before,
            },
          ],
          record: { type: 'escalations.fact-changed', why: fact },
        };
      },
    });
  }

  /** The organisation that the case is about; decides who can see it at all. */
  async setOrganisation(
    input: ChangeInput & {
      request: { organisationId: string | null; reason: string };
    },
  ) {
    const { organisationId, reason } = input.request;
    const { hub } = this.context;
    await this.changes.make({
      ...input,
      action: 'set-organisation',
      reason,
      apply: async ({ work, row }) => {
        const known = organisationId
          ? hub.people.organisation(organisationId)
          : undefined;
        refuseIf(organisationId !== null && !known, {
          field: 'body.organisationId',
          message: 'Choose an organisation of the register, or none',
        });
        const next = { ...row, subject_organisation_id: organisationId };
        const handler = row.handler_id
          ? hub.people.byId(row.handler_id)
          : undefined;
        refuseIf(handler !== undefined && !isFree(handler, next), {
          field: 'body.organisationId',
          message:
            'Give the case to somebody who does not work for this organisation first',
        });
        // Whoever works there is out of it with this; the raiser keeps what
        // they wrote.
        const taking: string[] = await work.trx
          .table('participant')
          .where({ escalation_id: row.id })
          .whereNull('until')
          .whereNot('person_id', row.raised_by)
          .distinct()
          .pluck('person_id');
        let patch: EscalationPatch = {
          subject_organisation_id: organisationId,
        };
        for (const personId of taking) {
          const person = hub.people.byId(personId);
          if (!person || isFree(person, next)) continue;
          patch = {
            ...patch,
            ...(await releasePerson(this.context, { work, row, personId })),
          };
        }
        return {
          patch,
          entries: [
            {
              kind: 'fact',
              summary: 'Changed: the organisation it is about',
              text: `${known?.name ?? 'None'}\n\nWhy: ${reason}`,
              before: row.subject_organisation_id
                ? (hub.people.organisation(row.subject_organisation_id)?.name ??
                  'An organisation that has left')
                : 'None',
            },
          ],
          record: { type: 'escalations.organisation-changed' },
        };
      },
    });
  }
}
