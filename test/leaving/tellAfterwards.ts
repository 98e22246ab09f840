import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';
import { settle } from '../faults/settle';
import type { HubClient } from '../support/HubClient';
import { move, triage } from './queries';

/** Somebody whose question something happens on. */
export interface Asker {
  personId: string;
  email: string;
  ownQueryId: string;
}

/** Notices and mails that somebody got. */
export interface Told {
  notices: number;
  mails: number;
}

/** Writes to each of these askers, which tells whoever is still to be told. */
export async function tellAfterwards(options: {
  hub: Hub;
  knex: Knex;
  coordinator: HubClient;
  adviser: HubClient;
  askers: readonly Asker[];
}): Promise<Told[]> {
  const { hub, knex, coordinator, adviser, askers } = options;
  await settle(knex);
  const { rows } = await knex.raw<{ rows: Array<{ now: Date }> }>(
    'select now()',
  );
  const since = rows[0]?.now ?? new Date();
  await fetch(`${hub.mailUrl}/api/mails`, { method: 'DELETE' });
  for (const { ownQueryId: queryId } of askers) {
    await triage(coordinator, queryId);
    await move({ by: adviser, queryId, name: 'claim' });
    await move({
      by: adviser,
      queryId,
      name: 'ask-asker',
      body: { body: 'When did the letter come?' },
    });
  }
  const left = await settle(knex);
  if (left > 0) throw new Error(`${left} things are still under way`);
  const answer = await fetch(`${hub.mailUrl}/api/mails`);
  const { mails } = (await answer.json()) as { mails: Array<{ to: string[] }> };
  return Promise.all(
    askers.map(async ({ personId, email }) => ({
      notices: (
        await knex
          .withSchema('notifications')
          .from('notice')
          .where({ person_id: personId })
          .andWhere('created_at', '>=', since)
          .pluck('id')
      ).length,
      mails: mails.filter(mail => mail.to.includes(email)).length,
    })),
  );
}
