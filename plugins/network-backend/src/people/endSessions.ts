import type { LedgerActor, UnitOfWork, Work } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';

/** Notes that what a person is signed in with so far counts no more, anywhere. */
export async function markSessionsEnded(
  { trx, now }: Pick<Work, 'trx' | 'now'>,
  personId: string,
): Promise<void> {
  await trx('person')
    .where({ id: personId })
    .update({
      // Never back, should the clocks of two processes differ.
      sessions_ended_at: trx.raw('greatest(sessions_ended_at, ?)', [now]),
    });
}

/**
 * Ends what a person is signed in with, everywhere and from this moment on.
 * Their record's version stays: whoever is changing it is not in the way.
 */
export function endSessions(options: {
  work: UnitOfWork;
  actorFor(person: PersonContext): LedgerActor;
}): (person: PersonContext) => Promise<void> {
  const { work, actorFor } = options;
  return person =>
    work.run(actorFor(person), async unit => {
      await markSessionsEnded(unit, person.id);
      unit.record({
        type: 'network.signed-out',
        subject: `person:${person.id}`,
        publish: false,
      });
    });
}
