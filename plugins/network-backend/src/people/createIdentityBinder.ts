import { londonDateOf } from '@imsa-hub/core';
import {
  personSubject,
  type LedgerActor,
  type UnitOfWork,
} from '@imsa-hub/core-node';
import type {
  IdentityBinder,
  PersonContext,
  SignInPlace,
} from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { holdsRoleToday } from '../access/currentSql';
import { endSessions } from './endSessions';

/**
 * Binds accounts to people, with its ledger entry in the same transaction, and
 * enters sign-ins.
 * The person's row is held meanwhile, so that two sign-ins at once come one
 * after the other and the second finds them bound.
 */
export function createIdentityBinder(options: {
  work: UnitOfWork;
  systemActor: LedgerActor;
  actorFor(person: PersonContext, from?: SignInPlace): LedgerActor;
  publicActor(from: SignInPlace): LedgerActor;
  now?: () => Date;
}): IdentityBinder {
  const { work, systemActor, actorFor, publicActor } = options;
  const now = options.now ?? (() => new Date());
  return {
    endSessions: endSessions({ work, actorFor }),
    noteSignIn: ({ person, from }) =>
      work.run(actorFor(person, from), async unit =>
        unit.record({
          type: 'network.signed-in',
          subject: personSubject(person.id),
          publish: false,
        }),
      ),
    noteRefusedSignIn: ({ why, from }) =>
      work.run(from ? publicActor(from) : systemActor, async unit =>
        unit.record({
          type: 'network.sign-in-refused',
          subject: 'sign-in:refused',
          why,
          publish: false,
        }),
      ),
    bind: ({ issuer, subject, email, emailVerified }) => {
      // The type says so too; this is the door, so it is said twice.
      if (emailVerified !== true) return Promise.resolve(undefined);
      return work.run(systemActor, async ({ trx, now: boundAt, record }) => {
        const today = londonDateOf(now());
        const personId = await activeHolder({ trx, email, today });
        if (personId === undefined) return undefined;
        const bound = await trx('identity')
          .insert({ issuer, subject, person_id: personId, bound_at: boundAt })
          .onConflict()
          .ignore()
          .returning('person_id');
        if (bound.length === 0) {
          // Either this account was bound by a sign-in just before, or the
          // person signs in with another account and this one is a stranger's.
          const known = await trx('identity')
            .where({ issuer, subject, person_id: personId })
            .first('person_id');
          return known ? personId : undefined;
        }
        record({
          type: 'network.identity-bound',
          subject: `person:${personId}`,
          after: { issuer, subject },
        });
        return personId;
      });
    },
  };
}

async function activeHolder(options: {
  trx: Knex.Transaction;
  email: string;
  today: string;
}): Promise<string | undefined> {
  const { rows } = await options.trx.raw<{ rows: Array<{ id: string }> }>(
    `select p.id from person p
     where lower(p.email) = lower(:email) and ${holdsRoleToday('p.id')}
     for update of p`,
    { email: options.email, today: options.today },
  );
  const [only, another] = rows;
  return another === undefined ? only?.id : undefined;
}
