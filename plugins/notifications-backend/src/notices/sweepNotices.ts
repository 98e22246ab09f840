import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  countOfSetting,
  readSettings,
  type HubService,
} from '@imsa-hub/core-node';
import { z } from 'zod';

const BATCH = 1_000;

const NoticeSettingsSchema = z
  .strictObject({
    /** Months after which a notice, and the mail about it, are deleted. */
    keepMonths: countOfSetting.default(12),
  })
  .prefault({});

/**
 * How long notices are kept: `hub.notifications`.
 *
 * @throws Error in plain words where a setting cannot be used, or is none
 */
export const readNoticeSettings = (config: RootConfigService) =>
  readSettings({
    config,
    key: 'hub.notifications',
    schema: NoticeSettingsSchema,
  });

/** Older than that, counted from the present. */
const OLD = `created_at < ?::timestamptz - make_interval(months => ?)`;
const MAIL_ENDED = '(sent_at is not null or dropped_at is not null)';

/**
 * Deletes notices that are old, read or not, and mails that ended as long ago.
 * What they told of is in the ledger and on its record. Several replicas may
 * run it.
 *
 * @returns how many rows went
 */
export async function sweepNotices(options: {
  hub: Pick<HubService, 'database' | 'work' | 'systemActor'>;
  keepMonths: number;
  now?: Date;
}): Promise<number> {
  const { hub, keepMonths, now = new Date() } = options;
  const age = [now, keepMonths];
  const { rows } = await hub.database.raw(
    `select exists (select from notice where ${OLD})
       or exists (select from mail where ${MAIL_ENDED} and ${OLD}) as found`,
    [...age, ...age],
  );
  if (!rows[0].found) return 0;
  return hub.work.run(hub.systemActor, async work => {
    const remove = async (table: 'notice' | 'mail', which: string) => {
      const { rowCount } = await work.trx.raw(
        `delete from ${table} where id in (select id from ${table} old
           where ${which} and ${OLD}
           order by created_at limit ${BATCH} for update skip locked)`,
        age,
      );
      return Number(rowCount);
    };
    const gone =
      (await remove('notice', 'true')) +
      // One that a newer notice rests on stays with it.
      (await remove(
        'mail',
        `${MAIL_ENDED}
           and not exists (select from notice where mail_id = old.id)`,
      ));
    if (gone > 0) {
      work.record({
        type: 'notifications.old-deleted',
        subject: 'notifications:notices',
        publish: false,
      });
    }
    return gone;
  });
}
