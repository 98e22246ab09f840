import { NotFoundError } from '@backstage/errors';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { RecordSight } from '../conflict/RecordSight';
import type { LedgerActor } from '../ledger/LedgerEntry';
import { entryType, type HubService } from '../service/hubService';
import type { RecordStep } from '../work/UnitOfWork';

const MINUTES = 60;

/** What a record has to have so that it can be opened by break-glass. */
interface GlassRow {
  id: string;
  /** When its content was destroyed; nothing is left to open then. */
  destroyed_at: Date | null;
}

/** One kind of record that can be opened by break-glass. */
export interface RecordsBehindGlass<Row extends GlassRow> {
  hub: HubService;
  /** What one is called: "case". */
  noun: string;
  /** The column of `break_glass` that names the record. */
  key: string;
  sight: Pick<RecordSight<Row>, 'mayWorkOn'>;
  /** The record of that reference, whoever may see it. */
  load(trx: Knex, reference: string): Promise<Row | undefined>;
  subjectOf(id: string): string;
  /** Adds a step without content to its history. */
  addEntry(step: RecordStep): Promise<void>;
}

/**
 * Opens a record that the person is held back from for an hour, with a reason,
 * in the ledger; the people who have a part in it are told.
 */
export class BreakGlassService<Row extends GlassRow> {
  constructor(private readonly records: RecordsBehindGlass<Row>) {}

  /**
   * @throws NotFoundError where there is no such record, nothing keeps the
   *   person from it, or nothing of it is left: the answer does not tell which
   *   references exist
   */
  async open(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: { reference: string; reason: string };
  }): Promise<{ id: string }> {
    const { hub, noun, key, sight, ...records } = this.records;
    const { person } = input;
    const { reference, reason } = input.request;
    return hub.work.run(input.actor, async work => {
      const row = await records.load(work.trx, reference);
      if (!row || row.destroyed_at || sight.mayWorkOn(person, row)) {
        throw new NotFoundError();
      }
      const id = work.newId();
      await work.trx.table('break_glass').insert({
        id,
        [key]: row.id,
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
      await records.addEntry({
        work,
        id: row.id,
        byId: person.id,
        summary: `Opened this ${noun} by break-glass for ${MINUTES} minutes`,
      });
      work.record({
        type: entryType(hub, 'glass-broken'),
        subject: records.subjectOf(row.id),
        why: `a reason was given and is kept with the ${noun}`,
      });
      return { id: row.id };
    });
  }
}
