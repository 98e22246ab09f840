import { newId } from '@imsa-hub/core';
import type { World } from './World';

/** Rounds of pairs for each route; the median of the rounds is what counts. */
export const ROUNDS = 7;
export const PAIRS = 100;
const WARM_UP = 60;

/** Median times of one route's forbidden and missing answers. */
export interface Timing {
  route: string;
  /** Milliseconds. */
  forbidden: number;
  missing: number;
  /** How far apart they are, as part of the smaller one. */
  apart: number;
}

/** How a hidden record, or one that never existed, is asked for. */
interface Question {
  route: string;
  hidden: string;
  never(): string;
  path(asked: string): string;
  body?(asked: string): object;
  /** What both are answered with. */
  status: number;
}

/**
 * Asks for a record that is there and hidden, and for one that never existed,
 * in turn, first the one and then the other, and compares the medians. What
 * else the machine does in one round does not decide: the median round does.
 */
export async function measureTiming(world: World): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const question of await questionsOf(world)) {
    const rounds: Timing[] = [];
    await pairs(world, question, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await pairs(world, question, PAIRS));
    }
    // By which way they differ, so that a leak of time is not averaged away.
    rounds.sort((a, b) => a.forbidden / a.missing - b.forbidden / b.missing);
    const middle = rounds[Math.floor(rounds.length / 2)];
    if (middle) timings.push(middle);
  }
  return timings;
}

async function questionsOf(world: World): Promise<Question[]> {
  const member = world.cast.of('coordinator');
  const wish = { member, relation: 'conflicted', stage: 'in-hand' } as const;
  const { id, reference } = await world.shared(wish);
  const mail = await world.mailbox.shared(member, 'conflicted', 'logged');
  const hiddenCase = await world.cases.shared(member, 'another');
  const query = { hidden: id, never: newId, status: 404 };
  // No reference has a U.
  const never = () => `ADV-${newId().slice(-5).toUpperCase()}U`;
  const found = { hidden: reference, never, status: 200 };
  return [
    {
      ...query,
      route: 'GET of a query',
      path: asked => `/api/advice/queries/${asked}`,
    },
    {
      ...query,
      route: 'POST of a note',
      path: asked => `/api/advice/queries/${asked}/note`,
      body: () => ({ version: 1, body: 'A note that nobody may add' }),
    },
    {
      ...query,
      hidden: mail.id,
      route: 'GET of a mail',
      path: asked => `/api/advice/mails/${asked}`,
    },
    {
      ...query,
      hidden: hiddenCase.id,
      route: 'GET of a case',
      path: asked => `/api/escalations/cases/${asked}`,
    },
    {
      ...query,
      hidden: hiddenCase.id,
      route: 'POST of a note on a case',
      path: asked => `/api/escalations/cases/${asked}/note`,
      body: () => ({ version: 1, kind: 'note', text: 'Nobody may add it' }),
    },
    {
      ...found,
      route: 'search for a reference',
      path: () => '/api/search/find',
      body: words => ({ words }),
    },
    {
      ...found,
      route: 'a query by its reference',
      path: () => '/api/advice/queries/find',
      body: asked => ({ reference: asked }),
    },
  ];
}

async function pairs(
  world: World,
  question: Question,
  count: number,
): Promise<Timing> {
  const { client } = world.cast.of('coordinator');
  const { route, hidden, status } = question;
  const ask = async (asked: string) => {
    const body = question.body?.(asked);
    const begun = performance.now();
    const method = body ? 'POST' : 'GET';
    const answer = await client.send(method, question.path(asked), body);
    const took = performance.now() - begun;
    if (answer.status !== status) throw new Error(`${route}: ${answer.status}`);
    return took;
  };
  const times = { hidden: [] as number[], missing: [] as number[] };
  for (let pair = 0; pair < count; pair += 1) {
    const never = question.never();
    const hiddenFirst = pair % 2 === 0;
    const first = await ask(hiddenFirst ? hidden : never);
    const second = await ask(hiddenFirst ? never : hidden);
    times.hidden.push(hiddenFirst ? first : second);
    times.missing.push(hiddenFirst ? second : first);
  }
  const forbidden = median(times.hidden);
  const missing = median(times.missing);
  const smaller = Math.min(forbidden, missing);
  const apart = Math.abs(forbidden - missing) / smaller;
  return { route, forbidden, missing, apart };
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
