import type { PersonContext } from '@imsa-hub/network-node';
import type { Request } from 'express';
import type { LedgerActor } from '../ledger/LedgerEntry';
import type { UnitOfWork } from '../work/UnitOfWork';
import type { Refusal, Shown } from './Refusal';

/** Enters a refusal in the ledger of a plugin, in a transaction of its own. */
export function recordRefusal(options: {
  pluginId: string;
  work: UnitOfWork;
  actorFor(person: PersonContext, request: Request): LedgerActor;
}): (refusal: Refusal) => Promise<void> {
  const { pluginId, work, actorFor } = options;
  return ({ person, request, route, asked, why }) =>
    work.run(actorFor(person, request), async unit =>
      unit.record({
        type: `${pluginId}.refused`,
        subject: `route:${route.method} ${asked}`,
        why,
        publish: false,
      }),
    );
}

/** Enters that a refused change showed a record as it is now. */
export function recordShown(options: {
  work: UnitOfWork;
  actorFor(person: PersonContext, request: Request): LedgerActor;
}): (shown: Shown) => Promise<void> {
  const { work, actorFor } = options;
  return ({ person, request, reading }) =>
    work.run(actorFor(person, request), async unit =>
      unit.record({ ...reading, publish: false }),
    );
}
