import { newId } from '@imsa-hub/core';
import type { WrittenRoute } from '@imsa-hub/core-node';
import {
  ESCALATION_ACTIONS,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import { CASE_BODIES } from '../support/caseBodies';
import { sampleOf, type Schema } from '../hostile/sampleOf';
import type { HubClient } from '../support/HubClient';
import type { TriedRoute } from './tryRoutes';

/** What a schema's sample cannot know. The version is stale: nothing is done. */
const GIVEN: Readonly<Record<string, unknown>> = {
  version: 1,
  templateId: 'court-support-letter',
  documentId: null,
  documentVersion: null,
};
const AREAS = ['housing-rights'] as const;
const ASKED: Readonly<Record<string, string>> = {
  format: 'pdf',
  before: 'WyIwIiwiMCJd',
};

/** The routes of one complex case, each with a request that is in order. */
export async function tryCaseRoutes(options: {
  table: readonly WrittenRoute[];
  person: HubClient;
  /** By the names that addresses use. */
  ids: Readonly<Record<string, string>>;
}): Promise<TriedRoute[]> {
  const { table, person, ids } = options;
  const tried: TriedRoute[] = [];
  for (const route of table) {
    if (!route.path.includes('/:escalationId')) continue;
    const method = route.method.toUpperCase();
    const path = route.path.replace(
      /:(\w+)/g,
      (_all, name: string) => ids[name] ?? newId(),
    );
    const { status } = await person.send(
      method,
      `${path}${queryOf(route)}`,
      method === 'GET' ? undefined : bodyOf(route),
    );
    tried.push({ route: `${method} ${route.path}`, status });
  }
  return tried;
}

function queryOf({ query }: WrittenRoute): string {
  const { required = [] } = (query ?? {}) as Schema;
  if (required.length === 0) return '';
  return `?${new URLSearchParams(
    required.map((name): [string, string] => [name, ASKED[name] ?? newId()]),
  )}`;
}

function bodyOf({ path, body }: WrittenRoute): object {
  if (!body) return {};
  const action = path.split('/').at(-1) ?? '';
  if (isAction(action)) {
    const id = newId();
    const what = { word: 'Of a leaver', personId: id, ownerId: id };
    return {
      version: 1,
      ...CASE_BODIES[action]({ ...what, level: 'hub-manager', areas: AREAS }),
    };
  }
  const sample = sampleOf(body as Schema) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      name in GIVEN ? GIVEN[name] : value,
    ]),
  );
}

const isAction = (name: string): name is EscalationAction =>
  ESCALATION_ACTIONS.some(action => action === name);
