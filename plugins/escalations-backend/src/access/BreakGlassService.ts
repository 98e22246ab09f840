import { NotFoundError } from '@backstage/errors';
import type { BreakGlassRequest } from '@imsa-hub/escalations-common';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';

const MINUTES = 60;

/**
 * Opens a conflicted case for an hour, with a reason, in the ledger; the
 * people who have a part in it are told.
 */
export class BreakGlassService {
  constructor(private readonly context: EscalationContext) {}

  /**
   * @throws NotFoundError where there is no such case, or nothing keeps the
   *   person from it: the answer does not tell which references exist
   */
  async open(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: BreakGlassRequest;
  }): Promise<{ id: string }> {
    const { hub, store, sight } = this.context;
    const { person } = input;
    const { reference, reason } = input.request;
    return hub.work.run(input.actor, async work => {
      const row = await store.load({
        knex: work.trx,
        where: { 'escalation.reference': reference },
        filter: () => undefined,
      });
      if (!row || row.destroyed_at || sight.mayWorkOn(person, row)) {
        throw new NotFoundError();
      }
      const id = work.newId();
      await work.trx.table('break_glass').insert({
        id,
        escalation_id: row.id,
        person_id: person.id,
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
        escalationId: row.id,
        at: work.now,
        byId: person.id,
        summary: `Opened this case by break-glass for ${MINUTES} minutes`,
      });
      work.record({
        type: 'escalations.glass-broken',
        subject: subjectOf(row.id),
        why: 'a reason was given and is kept with the case',
      });
      return { id: row.id };
    });
  }
}
