import { ConflictError, NotFoundError } from '@backstage/errors';
import { londonDateOf } from '@imsa-hub/core';
import { NotYoursError, type HubService } from '@imsa-hub/core-node';
import type { HoldReason } from '@imsa-hub/network-common';
import type { Asker } from '../organisations/OrganisationService';
import { isTaken } from '../shared/isTaken';
import { findSubject, openHold } from './subjectStore';

/**
 * Holds keep somebody's details from being erased. They are the Hub's own
 * matter: their subject in the ledger is the hold, not the person, so that an
 * export does not tell somebody of an inquiry about them.
 */
export class HoldService {
  constructor(private readonly hub: Pick<HubService, 'work'>) {}

  async place(
    input: Asker & { personId: string; reason: HoldReason },
  ): Promise<void> {
    refuseOneself(input);
    const { personId, reason } = input;
    await this.hub.work.run(input.actor, async ({ trx, now, ...unit }) => {
      const today = londonDateOf(now);
      const subject = await findSubject({ knex: trx, personId, today });
      if (!subject) throw new NotFoundError();
      const id = unit.newId();
      await trx('hold')
        .insert({
          id,
          person_id: personId,
          reason,
          placed_by: input.person.id,
          placed_at: now,
        })
        .catch(error => {
          if (!isTaken(error, 'hold_one_open')) throw error;
          throw new ConflictError('There is a hold on their details already.');
        });
      unit.record({
        type: 'network.hold-placed',
        subject: `hold:${id}`,
        why: reason,
        publish: false,
      });
    });
  }

  async lift(input: Asker & { personId: string }): Promise<void> {
    refuseOneself(input);
    await this.hub.work.run(input.actor, async ({ trx, now, record }) => {
      const hold = await openHold(trx, input.personId);
      if (!hold) throw new NotFoundError();
      await trx('hold')
        .where({ id: hold.id })
        .update({ lifted_by: input.person.id, lifted_at: now });
      record({
        type: 'network.hold-lifted',
        subject: `hold:${hold.id}`,
        why: hold.reason,
        publish: false,
      });
    });
  }
}

// The same whether there is a hold or not: it is an inquiry about them.
function refuseOneself({
  person,
  personId,
}: Pick<Asker, 'person'> & { personId: string }): void {
  if (person.id !== personId) return;
  throw new NotYoursError({
    message: 'This is about yourself. Somebody else has to decide on it.',
  });
}
