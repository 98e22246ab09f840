import { NotFoundError } from '@backstage/errors';
import type { BreakGlassRequest } from '@imsa-hub/advice-common';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from './QueryChanges';

const MINUTES = 60;

/**
 * Opens a conflicted query for an hour, with a reason, in the ledger; the
 * people who take part in it are told.
 */
export class BreakGlassService {
  constructor(private readonly context: AdviceContext) {}

  async open(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: BreakGlassRequest;
  }): Promise<{ id: string }> {
    const { hub, store, sight } = this.context;
    const { reference, reason } = input.request;
    return hub.work.run(input.actor, async work => {
      const row = await store.load({
        knex: work.trx,
        where: { 'query.reference': reference },
        filter: () => undefined,
      });
      // Nothing to open: no content any more, or it is open to them anyhow.
      if (!row || row.destroyed_at || sight.mayWorkOn(input.person, row)) {
        throw new NotFoundError();
      }
      const id = work.newId();
      await work.trx.table('break_glass').insert({
        id,
        query_id: row.id,
        person_id: input.person.id,
        at: work.now,
        until: new Date(Date.parse(work.now) + MINUTES * 60_000),
        sealed_reason: await hub.sealing.seal({
          trx: work.trx,
          caseId: row.id,
          table: 'break_glass',
          column: 'sealed_reason',
          row: id,
          text: reason,
        }),
      });
      await store.addEntry({
        trx: work.trx,
        queryId: row.id,
        at: work.now,
        entry: {
          kind: 'move',
          by_id: input.person.id,
          summary: 'Opened this record by break-glass for 60 minutes',
        },
      });
      work.record({
        type: 'advice.glass-broken',
        subject: subjectOf(row.id),
        why: 'a reason was given and is kept with the record',
      });
      return { id: row.id };
    });
  }
}
