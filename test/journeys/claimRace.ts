import { newId } from '@imsa-hub/core';
import { HubClient } from '../support/HubClient';
import type { Journey } from './Journey';
import type { SeenQuery } from './answerTogether';

const ROUNDS = 20;

/** Two people and the same instant, again and again. */
export async function claimRace(journey: Journey): Promise<void> {
  const coordinator = await HubClient.signIn(journey.hub.url, 'coordinator');
  const senior = await HubClient.signIn(journey.hub.url, 'senior');
  let right = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await logCall(coordinator);
    const path = `/api/advice/queries/${id}`;
    const row = (await coordinator.get<SeenQuery>(path)).body;
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
  journey.expect(`one owner in each of ${ROUNDS} races`, right === ROUNDS);
}

/** A query of its own for each race. */
async function logCall(coordinator: HubClient): Promise<{ id: string }> {
  const { body } = await coordinator.post<{ id: string }>(
    '/api/advice/queries/log-call',
    {
      question: 'A call for the race',
      under18: 'no',
      nation: 'england',
      areas: ['public-law'],
      safety: {
        'nowhere-safe-tonight': 'no',
        'contact-with-exploiter': 'no',
        'removal-eviction-or-detention': 'no',
      },
      interpreter: 'not-needed',
      askerKind: 'other-professional',
      requestKey: newId(),
    },
  );
  return body;
}
