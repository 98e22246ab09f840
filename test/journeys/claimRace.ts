import { HubClient } from '../support/HubClient';
import type { Journey } from './Journey';
import type { SeenQuery } from './answerTogether';

const ROUNDS = 20;

/** Two people and the same instant, again and again. */
export async function claimRace(journey: Journey): Promise<void> {
  const coordinator = await HubClient.signIn(journey.hub.url, 'coordinator');
  const senior = await HubClient.signIn(journey.hub.url, 'senior');
  const rows = await coordinator.get<{ rows: SeenQuery[] }>(
    '/api/advice/queue?view=to-triage',
  );
  let right = 0;
  const race = rows.body.rows.slice(0, ROUNDS);
  for (const row of race) {
    const path = `/api/advice/queries/${row.id}`;
    const triaged = await coordinator.post<SeenQuery>(`${path}/triage`, {
      version: row.version,
      tier: 'signpost',
      reason: 'For the race',
      highRisk: false,
      areas: ['public-law'],
      subjectOrganisationId: null,
    });
    const claims = await Promise.all(
      [coordinator, senior, coordinator, senior].map(person =>
        person.post(`${path}/claim`, { version: triaged.body.version }),
      ),
    );
    const won = claims.filter(claim => claim.status === 200).length;
    const told = claims.filter(claim => claim.status === 409).length;
    if (won === 1 && told === claims.length - 1) right += 1;
  }
  journey.expect(
    `one owner in each of ${race.length} races`,
    right === race.length && right > 0,
  );
}
