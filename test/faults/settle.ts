import type { Knex } from 'knex';

const LONGEST_MS = 90_000;
const LOOK_EVERY_MS = 500;

/**
 * Waits until nothing is left to do: no entry on an outbox, no notice without
 * its mail, no mail on its way.
 *
 * @returns what is still left after a minute and a half; 0 when it settled
 */
export async function settle(knex: Knex): Promise<number> {
  const end = Date.now() + LONGEST_MS;
  for (;;) {
    const { rows } = await knex.raw<{ rows: Array<{ left: string }> }>(`
      select (select count(*) from advice.ledger_outbox)
        + (select count(*) from escalations.ledger_outbox)
        + (select count(*) from network.ledger_outbox)
        + (select count(*) from notifications.ledger_outbox)
        + (select count(*) from notifications.notice where read_at is null
            and mail_id is null and mail_skipped is null)
        + (select count(*) from notifications.mail where sent_at is null
            and dropped_at is null) as left`);
    const left = Number(rows[0]?.left);
    if (left === 0 || Date.now() > end) return left;
    await new Promise(done => setTimeout(done, LOOK_EVERY_MS));
  }
}
