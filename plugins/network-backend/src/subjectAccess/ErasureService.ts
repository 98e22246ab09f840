import {
  ConflictError,
  NotFoundError,
  NotAllowedError,
} from '@backstage/errors';
import { londonDateOf } from '@imsa-hub/core';
import { personSubject, type HubService } from '@imsa-hub/core-node';
import type {
  ErasureReason,
  ErasureView,
  SubjectAccessState,
} from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { Asker } from '../organisations/OrganisationService';
import { isTaken } from '../shared/isTaken';
import type { ErasureFinisher } from './ErasureFinisher';
import { eraseBarrier } from './eraseBarrier';
import { erasePerson } from './erasePerson';
import { presentErasure } from './presentErasure';
import {
  findSubject,
  latestErasure,
  listErasures,
  lockPerson,
  openHold,
  type ErasureRow,
} from './subjectStore';

const DECIDED = 'Somebody has decided on this already. Look at it again.';

/**
 * Erasure of people who left: one person asks, another confirms. With the
 * confirmation the register's own details go at once; then every plugin takes
 * away what it holds, again and again until it is done.
 */
export class ErasureService {
  constructor(
    private readonly options: {
      hub: Pick<HubService, 'database' | 'work' | 'people'>;
      finisher: Pick<ErasureFinisher, 'finish'>;
      /** How long details are kept after somebody left. */
      keepDays: number;
    },
  ) {}

  /** What can be done about one person's records. @throws NotFoundError */
  async state(input: {
    person: PersonContext;
    personId: string;
  }): Promise<SubjectAccessState> {
    const { person, personId } = input;
    const { database } = this.options.hub;
    const { subject, hold, barrier } = await this.look(database, personId);
    const erasure = await latestErasure(database, personId);
    const isOpen = ['asked', 'confirmed'].includes(erasure?.status ?? '');
    const isOther = person.id !== personId;
    // Nobody learns here of an inquiry about themselves.
    const shown = isOther ? hold : undefined;
    return {
      hold: shown
        ? { reason: shown.reason, placedAt: shown.placed_at.toISOString() }
        : null,
      erasure: erasure ? this.present(erasure, person) : null,
      erasedAt: subject.erased_at?.toISOString() ?? null,
      cannotEraseBecause: barrier ?? null,
      allowedActions: [
        ...(isOther ? (['export'] as const) : []),
        ...(isOther && !hold && !subject.erased_at
          ? (['place-hold'] as const)
          : []),
        ...(shown ? (['lift-hold'] as const) : []),
        ...(!barrier && !isOpen ? (['ask-erasure'] as const) : []),
      ],
    };
  }

  /** @throws ConflictError in words when it cannot be */
  async ask(
    input: Asker & { personId: string; reason: ErasureReason },
  ): Promise<void> {
    const { person, personId, reason } = input;
    await this.options.hub.work.run(input.actor, async unit => {
      const { trx, now } = unit;
      await lockPerson(trx, personId);
      const { barrier } = await this.look(trx, personId);
      if (barrier) throw new ConflictError(barrier);
      await trx('erasure')
        .insert({
          id: unit.newId(),
          person_id: personId,
          reason,
          asked_by: person.id,
          asked_at: now,
        })
        .catch(error => {
          if (!isTaken(error, 'erasure_one_open')) throw error;
          throw new ConflictError('This has been asked for already.');
        });
      unit.record({
        type: 'network.erasure-asked',
        subject: personSubject(personId),
        why: reason,
      });
    });
  }

  async list(person: PersonContext): Promise<ErasureView[]> {
    const rows = await listErasures(this.options.hub.database);
    return rows.map(row => this.present(row, person));
  }

  /** Confirms and carries out what somebody else asked for. */
  async confirm(input: Asker & { erasureId: string }): Promise<ErasureView[]> {
    const { person, actor } = input;
    const row = await this.options.hub.work.run(actor, async unit => {
      const { trx, now } = unit;
      const asked = await this.decide(trx, input, 'confirmed', now);
      await lockPerson(trx, asked.person_id);
      const { subject, barrier } = await this.look(trx, asked.person_id);
      if (barrier) throw new ConflictError(barrier);
      await erasePerson({ trx, subject, now });
      unit.record({
        type: 'network.person-erased',
        subject: personSubject(asked.person_id),
        why: asked.reason,
      });
      return asked;
    });
    await this.options.finisher.finish({ row, actor });
    return this.list(person);
  }

  async decline(input: Asker & { erasureId: string }): Promise<ErasureView[]> {
    return this.close(input, 'declined');
  }

  /** Takes back what oneself asked for. */
  async withdraw(input: Asker & { erasureId: string }): Promise<ErasureView[]> {
    return this.close(input, 'withdrawn');
  }

  private async close(
    input: Asker & { erasureId: string },
    status: 'declined' | 'withdrawn',
  ): Promise<ErasureView[]> {
    await this.options.hub.work.run(input.actor, async unit => {
      const row = await this.decide(unit.trx, input, status, unit.now);
      unit.record({
        type: `network.erasure-${status}`,
        subject: personSubject(row.person_id),
        publish: false,
      });
    });
    return this.list(input.person);
  }

  private async decide(
    trx: Knex.Transaction,
    input: Asker & { erasureId: string },
    status: 'confirmed' | 'declined' | 'withdrawn',
    now: string,
  ): Promise<ErasureRow> {
    const { person, erasureId } = input;
    const row: ErasureRow | undefined = await trx('erasure')
      .where({ id: erasureId })
      .forUpdate()
      .first();
    if (!row) throw new NotFoundError();
    const isOwn = row.asked_by === person.id;
    if (status === 'withdrawn' && !isOwn) throw new NotFoundError();
    if (status !== 'withdrawn' && isOwn) {
      throw new NotAllowedError(
        'You asked for this yourself. Somebody else has to decide on it.',
      );
    }
    if (row.status !== 'asked') throw new ConflictError(DECIDED);
    await trx('erasure')
      .where({ id: row.id })
      .update({ status, decided_by: person.id, decided_at: now });
    return row;
  }

  private async look(knex: Knex, personId: string) {
    const today = londonDateOf(new Date());
    const subject = await findSubject({ knex, personId, today });
    if (!subject) throw new NotFoundError();
    const hold = await openHold(knex, personId);
    const { keepDays } = this.options;
    const barrier = eraseBarrier({ subject, hold, keepDays, today });
    return { subject, hold, barrier };
  }

  private present(row: ErasureRow, person: PersonContext): ErasureView {
    const { people } = this.options.hub;
    return presentErasure({ row, person, nameOf: id => people.nameOf(id) });
  }
}
