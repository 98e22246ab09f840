import { newId } from '@imsa-hub/core';
import type { Knex } from 'knex';

/**
 * Puts a query into `advice.query` as it would stand after some work; its
 * sealed parts hold no seal.
 *
 * @returns its id
 */
export async function aQuery(
  advice: Knex,
  values: Record<string, unknown> & { reference: string },
): Promise<string> {
  const id = newId();
  const now = new Date();
  // Nobody is late, so that no sweep tells anybody of it.
  const inTime = new Date(now.getTime() + 30 * 86_400_000);
  await advice.table('query').insert({
    id,
    status: 'triaged',
    request_key: id,
    channel: 'console',
    asker_kind: 'imsa',
    received_at: now,
    nation: 'england',
    areas: ['housing-rights'],
    language: 'en',
    interpreter: 'not-needed',
    safety: {},
    urgency_band: 'ordinary',
    urgency_reasons: JSON.stringify([]),
    rank: 3,
    first_reply_due_at: inTime,
    resolution_due_at: inTime,
    due_at: inTime,
    sealed_question: 'canaryquestion',
    sealed_who_can_act: 'canaryquestion',
    sealed_safe_contact: 'canaryquestion',
    sealed_about_service: 'canaryquestion',
    ...values,
  });
  return id;
}
