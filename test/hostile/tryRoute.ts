import type { WrittenRoute } from '@imsa-hub/core-node';
import type { HubAnswer, HubClient } from '../support/HubClient';
import {
  HOSTILE_BODIES,
  HOSTILE_IDS,
  HOSTILE_QUERIES,
  HOSTILE_VALUES,
} from './corpus';
import { isOfBackstage, isOwnWay } from './ofBackstage';
import { placesIn, sampleOf, withValue, type Schema } from './sampleOf';

/** Counts and faults of all that was sent. */
export interface Tried {
  requests: number;
  /** Answers by hundreds: `2xx`, `4xx`. */
  answers: Map<string, number>;
  faults: string[];
  /** Requests with one bad field that were refused, and named it. */
  named: number;
}

/** Sends everything hostile to one route that it has a place for. */
export async function tryRoute(input: {
  client: HubClient;
  route: WrittenRoute;
  /** A record to stand in the address. */
  recordId: string;
  tried: Tried;
}): Promise<void> {
  const { client, route, tried } = input;
  const method = route.method.toUpperCase();
  const path = withIds(route.path, input.recordId);
  const sample = route.body && sampleOf(route.body as Schema);
  // Backstage takes what it does not know, and leaves it.
  const isOurs = !isOfBackstage(route);
  const send = async (
    what: string,
    place: string,
    body?: unknown,
    more: { headers?: Record<string, string>; raw?: string } = {},
  ) => {
    const answer = await client.send(method, place, body, more);
    tried.requests += 1;
    const hundred = `${Math.floor(answer.status / 100)}xx`;
    tried.answers.set(hundred, (tried.answers.get(hundred) ?? 0) + 1);
    const fault = faultOf(route, answer);
    if (fault) tried.faults.push(`${method} ${route.path}, ${what}: ${fault}`);
    return answer;
  };

  for (const id of /\/(:|\*)/.test(route.path) ? HOSTILE_IDS : []) {
    const answer = await send(
      `an id ${id.slice(0, 20)}`,
      withIds(route.path, id),
      sample,
    );
    if (answer.status < 400 && isOurs) {
      tried.faults.push(`${method} ${route.path}: an id of ${id} was taken`);
    }
  }
  const query = route.query as Schema | undefined;
  for (const name of Object.keys(query?.properties ?? {})) {
    for (const value of HOSTILE_QUERIES) {
      await send(`?${name}=${value.slice(0, 20)}`, `${path}?${name}=${value}`);
    }
    await send(`?${name} twice`, `${path}?${name}=a&${name}=b`);
    await send(`?${name} as a list`, `${path}?${name}[a]=b`);
  }
  if (method !== 'GET') {
    for (const { name, type, text, status } of HOSTILE_BODIES) {
      const answer = await send(name, path, undefined, {
        raw: text,
        headers: { 'content-type': type },
      });
      if (
        route.body &&
        isOurs &&
        ![...status, 404, 403].includes(answer.status)
      ) {
        tried.faults.push(
          `${method} ${route.path}, ${name}: answered ${answer.status}`,
        );
      }
    }
  }
  if (sample === undefined) return;
  const unknown = await send('an unknown field', path, {
    ...(sample as object),
    kestrelField: 1,
  });
  if (unknown.status < 400 && isOurs) {
    tried.faults.push(`${method} ${route.path}: an unknown field was taken`);
  }
  for (const place of placesIn(sample)) {
    for (const { name, value } of HOSTILE_VALUES) {
      const where = place.join('.');
      const answer = await send(
        `${name} in ${where}`,
        path,
        withValue(sample, place, value),
      );
      const { fieldErrors } = answer.body as {
        fieldErrors?: Array<{ field: string }>;
      };
      const top = place[0] ?? '';
      if (fieldErrors?.some(({ field }) => field.startsWith(`body.${top}`))) {
        tried.named += 1;
      }
    }
  }
}

const withIds = (path: string, id: string) =>
  path.replace(/:[a-zA-Z]+|\*/g, id);

/** What is wrong with an answer, whatever was asked. */
function faultOf(
  route: WrittenRoute,
  { status, body, text }: HubAnswer,
): string | undefined {
  if (status >= 500) return `answered ${status}`;
  // Public pages say it on a page.
  if (status < 400 || route.scope === 'page') return undefined;
  const problem = body as {
    title?: unknown;
    status?: unknown;
    detail?: unknown;
  };
  const isItsOwn = isOfBackstage(route) && isOwnWay(route, text);
  if (
    !isItsOwn &&
    (problem.status !== status || !problem.title || !problem.detail)
  ) {
    return `${status} without a problem body (${text.slice(0, 80)})`;
  }
  if (/\bat .*\.[jt]s:\d+|node_modules|select .* from/i.test(text)) {
    return `${status} tells of the inside`;
  }
  return undefined;
}
