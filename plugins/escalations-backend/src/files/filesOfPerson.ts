import { refuseIf, type FileSettings } from '@imsa-hub/core-node';
import type { Knex } from 'knex';

/**
 * Refuses a file of somebody who has added as much as one person may: nobody
 * fills the database alone. What was destroyed, with its case or because it was
 * harmful, does not count.
 *
 * @throws HubInputError naming which of the two is reached
 */
export async function refuseOverQuota(input: {
  trx: Knex;
  personId: string;
  /** Of the file that is to come, in bytes. */
  size: number;
  settings: FileSettings;
}): Promise<void> {
  const { trx, personId, size } = input;
  const { mostPerPerson, mostBytesPerPerson } = input.settings;
  // Two files at once, into two cases, must not both be the last one.
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `escalation files ${personId}`,
  ]);
  const kept = await trx
    .from('file')
    .join('sealed_case', 'sealed_case.case_id', 'file.escalation_id')
    .where({ by_id: personId })
    .whereNot({ state: 'refused' })
    .whereNull('destroyed_at')
    .count('* as files')
    .sum('size as bytes')
    .first();
  refuseIf(Number(kept?.files) >= mostPerPerson, {
    field: 'body.file',
    message: `You have added ${mostPerPerson} files, and nobody may add more. Whoever runs the hub can raise this`,
  });
  refuseIf(Number(kept?.bytes ?? 0) + size > mostBytesPerPerson, {
    field: 'body.file',
    message: `With this file, your files would be larger than ${Math.floor(mostBytesPerPerson / 1_000_000)} MB together. Whoever runs the hub can raise this`,
  });
}
