import { newId } from '@imsa-hub/core';
import type { HubClient } from '../support/HubClient';

/** A query as its record shows it, as far as leaving goes. */
export interface OpenQuery {
  id: string;
  version: number;
  status: string;
  assignee: { id: string } | null;
}

const AREA = 'housing-rights';

/** Asks something, as this person. */
export async function ask(person: HubClient): Promise<string> {
  const asked = await person.post<{ id: string }>('/api/advice/queries', {
    requestKey: newId(),
    question: 'Which form asks the council to look again?',
    under18: 'no',
    nation: 'england',
    areas: [AREA],
    safety: {
      'nowhere-safe-tonight': 'no',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'no',
    },
    interpreter: 'not-needed',
  });
  if (asked.status !== 201) throw new Error(`Asking answered ${asked.status}`);
  return asked.body.id;
}

/** The record as this person sees it. */
export async function read(
  person: HubClient,
  queryId: string,
): Promise<OpenQuery> {
  return (await person.get<OpenQuery>(`/api/advice/queries/${queryId}`)).body;
}

/** One move of a query at its present version. @throws Error when refused */
export async function move(options: {
  by: HubClient;
  queryId: string;
  name: string;
  method?: 'POST' | 'PUT';
  body?: object;
}): Promise<void> {
  const { by, queryId, name, method = 'POST', body } = options;
  const { version } = await read(by, queryId);
  const answer = await by.send(
    method,
    `/api/advice/queries/${queryId}/${name}`,
    { version, ...body },
  );
  if (answer.status !== 200) {
    throw new Error(`${name} answered ${answer.status}: ${answer.text}`);
  }
}

/** Sets the tier, as the coordinator. */
export function triage(coordinator: HubClient, queryId: string) {
  return move({
    by: coordinator,
    queryId,
    name: 'triage',
    body: {
      tier: 'full-advocacy',
      reason: 'For the drill',
      highRisk: false,
      areas: [AREA],
      subjectOrganisationId: null,
    },
  });
}
