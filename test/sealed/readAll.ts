import { need } from '../checks/logs/need';
import type { Canaries } from '../checks/logs/Canaries';
import type { HubClient } from '../support/HubClient';
import type { PlantedCases } from './plantCases';

/** What people who may are shown of everything, on the hub's own pages. */
export async function readAll(input: {
  manager: HubClient;
  raiser: HubClient;
  planted: PlantedCases;
  queries: readonly string[];
}): Promise<string> {
  const { manager, raiser, planted, queries } = input;
  const paths = [
    ...[planted.closed.id, ...planted.open].map(
      id => `/api/escalations/cases/${id}`,
    ),
    ...queries.map(id => `/api/advice/queries/${id}`),
  ];
  const texts: string[] = [];
  for (const path of paths) texts.push(need(await manager.get(path)).text);
  for (const { id } of planted.drafts) {
    const answer = await raiser.get(`/api/escalations/drafts/${id}`);
    texts.push(need(answer).text);
  }
  return texts.join('\n');
}

/** The planted words of a text, in one order. */
export const wordsIn = (canaries: Canaries, text: string): string[] =>
  canaries
    .findIn(text)
    .map(({ word }) => word)
    .sort();
