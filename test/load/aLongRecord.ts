import { newId } from '@imsa-hub/core';
import type { HubClient } from '../support/HubClient';

const SENTENCE =
  'The council has said that the room in the hostel ends on Friday and has given no reason in writing. ';

/** A question of a usual length, asked in the console. */
export function aQuestion() {
  return {
    question: SENTENCE.repeat(7),
    under18: 'no',
    nation: 'england',
    areas: ['housing-rights', 'welfare-benefits'],
    whoCanAct: 'The housing officer',
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    safeContact: 'By text after five',
    interpreter: 'not-needed',
    requestKey: newId(),
  };
}

/**
 * A query with so many sealed entries in its history, made through the hub.
 * Nobody works on what they asked themselves, so two people make it.
 */
export async function aLongRecord(input: {
  asker: HubClient;
  coordinator: HubClient;
  entries: number;
}): Promise<string> {
  const { asker, coordinator, entries } = input;
  const asked = await asker.post<{ id: string }>(
    '/api/advice/queries',
    aQuestion(),
  );
  if (asked.status !== 201) throw new Error(`Refused: ${asked.text}`);
  const path = `/api/advice/queries/${asked.body.id}`;
  for (let count = 0; count < entries; count += 1) {
    const { body } = await coordinator.get<{ version: number }>(path);
    const noted = await coordinator.post(`${path}/note`, {
      version: body.version,
      body: SENTENCE.repeat(4),
    });
    if (noted.status !== 200)
      throw new Error(`A note was refused: ${noted.text}`);
  }
  return asked.body.id;
}
