import { sortName } from '@imsa-hub/core';
import type { Knex } from 'knex';
import { personReference } from './personReference';
import type { SubjectRow } from './subjectStore';

/**
 * Replaces what identifies somebody in the register by a pseudonym. Employments
 * and roles stay with their dates, because rules of independence and counts
 * stand on them; why an employment ended does not.
 */
export async function erasePerson(options: {
  trx: Knex.Transaction;
  subject: SubjectRow;
  now: string;
}): Promise<void> {
  const { trx, subject, now } = options;
  const kind = subject.was_imsa ? 'IMSA' : 'colleague';
  const name = `A former ${kind} (${personReference(subject.id)})`;
  await trx('person')
    .where({ id: subject.id })
    .update({
      display_name: name,
      sort_name: sortName(name),
      // Nobody can receive mail or sign in at a name that is never registered.
      email: `${subject.id}@erased.invalid`,
      training: 'not-an-imsa',
      regulated_for_immigration: false,
      regulator: null,
      regulation_number: null,
      regulated_until: null,
      nations: [],
      specialisms: [],
      languages: [],
      sessions_ended_at: null,
      erased_at: now,
      updated_at: now,
      version: trx.raw('version + 1'),
    });
  await trx('identity').where({ person_id: subject.id }).delete();
  await trx('employment')
    .where({ person_id: subject.id })
    .whereNotNull('end_reason')
    .update({ end_reason: 'other' });
}
