import type { LedgerActor, UnitOfWork } from '@imsa-hub/core-node';
import type { Preferences } from '@imsa-hub/notifications-common';
import type { Knex } from 'knex';

/** Who wants no mails. Nobody's row means: mails are wanted. */
export class PreferenceStore {
  constructor(private readonly options: { knex: Knex; work: UnitOfWork }) {}

  async of(personId: string): Promise<Preferences> {
    const row = await this.options.knex
      .table('preference')
      .where({ person_id: personId })
      .first('mail');
    return { mail: row?.mail ?? true };
  }

  async put(input: {
    personId: string;
    actor: LedgerActor;
    preferences: Preferences;
  }): Promise<Preferences> {
    const { personId, actor, preferences } = input;
    await this.options.work.run(actor, async ({ trx, now, record }) => {
      const before = await trx
        .table('preference')
        .where({ person_id: personId })
        .forUpdate()
        .first('mail');
      await trx
        .table('preference')
        .insert({
          person_id: personId,
          mail: preferences.mail,
          updated_at: now,
        })
        .onConflict('person_id')
        .merge();
      record({
        type: 'notifications.preferences-changed',
        subject: `person:${personId}`,
        before: { mail: before?.mail ?? true },
        after: preferences,
        publish: false,
      });
    });
    return preferences;
  }
}
