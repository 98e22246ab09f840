import type { LoggerService } from '@backstage/backend-plugin-api';
import { newId } from '@imsa-hub/core';
import { requireRegister, type PeopleDirectory } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { PublishedEntry } from './Announcement';
import type { Announcements } from './announcements';

/** Most seconds that an entry waits after failed tries. */
const LONGEST_WAIT = 300;
const BATCH = 20;

/** What {@link Relay} stands on. */
export interface RelayOptions {
  pluginId: string;
  knex: Knex;
  people: PeopleDirectory;
  announcements: Announcements;
  logger: LoggerService;
}

/**
 * Carries out what follows from ledger entries. Taking an entry off the
 * outbox, writing its notices and the live "changed" are one transaction, so a
 * crash loses nothing and repeats nothing. Several replicas share the work:
 * entries being handled elsewhere are skipped.
 */
export class Relay {
  private running: Promise<void> | undefined;
  private again = false;

  constructor(private readonly options: RelayOptions) {}

  /** Works until the outbox has nothing that is due. */
  async drain(): Promise<void> {
    this.again = true;
    this.running ??= this.work().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async work(): Promise<void> {
    while (this.again) {
      this.again = false;
      let handled = BATCH;
      while (handled === BATCH) {
        // Entries taken off the outbox while nobody is known would tell nobody.
        await requireRegister(this.options.people);
        handled = await this.batch();
      }
    }
  }

  private async batch(): Promise<number> {
    try {
      return await this.handle(BATCH);
    } catch (error) {
      this.options.logger.warn('A batch of announcements failed; one by one', {
        errorName: (error as Error).name,
      });
    }
    let handled = 0;
    for (; handled < BATCH; handled += 1) {
      const more = await this.handle(1).catch(() => this.postpone());
      if (more === 0) break;
    }
    return handled;
  }

  /** One transaction for up to `most` entries. */
  private async handle(most: number): Promise<number> {
    const { knex, pluginId } = this.options;
    return knex.transaction(async trx => {
      const entries = await this.due(trx, most);
      if (entries.length === 0) return 0;
      for (const entry of entries) await this.follow(trx, entry);
      await trx
        .table('ledger_outbox')
        .whereIn(
          'entry_id',
          entries.map(entry => entry.id),
        )
        .delete();
      for (const entry of entries) {
        await trx.raw('select pg_notify(?, ?)', [
          'hub_live',
          JSON.stringify({
            plugin: pluginId,
            type: entry.type,
            subject: entry.subject,
            entryId: entry.id,
          }),
        ]);
      }
      return entries.length;
    });
  }

  private async due(trx: Knex, most: number): Promise<PublishedEntry[]> {
    const { rows } = await trx.raw(
      `select e.id, e.type, e.subject, e.actor, e.at
       from ledger_outbox o join ledger_entry e on e.id = o.entry_id
       where o.not_before <= now()
       order by o.entry_id
       limit ? for update of o skip locked`,
      [most],
    );
    return rows.map((row: Record<string, unknown>) => ({
      id: row.id as string,
      type: row.type as string,
      subject: row.subject as string,
      actor: row.actor as string,
      at: (row.at as Date).toISOString(),
    }));
  }

  private async follow(trx: Knex, entry: PublishedEntry): Promise<void> {
    const { announcements, people, pluginId } = this.options;
    const spec = announcements.byType(entry.type);
    await spec?.follow?.(entry, { trx });
    const drafts = (await spec?.notices?.(entry, { trx })) ?? [];
    if (!spec || drafts.length === 0) return;
    const admits = await spec.audience(entry.subject, { trx });
    const rows = drafts
      .filter(draft => {
        const person = people.byId(draft.personId);
        return person !== undefined && admits(person);
      })
      .map(draft => ({
        id: newId(),
        entry_id: entry.id,
        plugin: pluginId,
        type: entry.type,
        subject: entry.subject,
        person_id: draft.personId,
        kind: draft.kind,
        path: draft.path,
        created_at: entry.at,
      }));
    if (rows.length === 0) return;
    await trx
      .withSchema('notifications')
      .table('notice')
      .insert(rows)
      .onConflict(['entry_id', 'person_id'])
      .ignore();
  }

  /** The first due entry failed: it waits longer each time, and stays. */
  private async postpone(): Promise<number> {
    const { rows } = await this.options.knex.raw(
      `update ledger_outbox set attempts = attempts + 1,
         not_before = now() + make_interval(secs =>
           least(?, power(2, least(attempts, 12))))
       where entry_id = (select entry_id from ledger_outbox
         where not_before <= now() order by entry_id
         limit 1 for update skip locked)
       returning entry_id, attempts`,
      [LONGEST_WAIT],
    );
    for (const row of rows) {
      this.options.logger.error('An announcement failed and will be retried', {
        entryId: row.entry_id,
        attempts: row.attempts,
      });
    }
    return rows.length;
  }
}
