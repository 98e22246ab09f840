import { newId } from '@imsa-hub/core';
import type { World } from './World';

const PAIRS = 500;
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

/**
 * Asks for a record that is there and hidden, and for one that never existed,
 * in turn, first the one and then the other, and compares the medians.
 */
export async function measureTiming(world: World): Promise<Timing[]> {
  const member = world.cast.of('coordinator');
  const hidden = await world.shared({
    member,
    relation: 'conflicted',
    stage: 'in-hand',
  });
  const note = { version: 1, body: 'A note that nobody may add' };
  const timings: Timing[] = [];
  for (const [route, tail, body] of [
    ['GET of a query', '', undefined],
    ['POST of a note', '/note', note],
  ] as const) {
    const ask = async (id: string) => {
      const path = `/api/advice/queries/${id}${tail}`;
      const begun = performance.now();
      const { status } = await member.client.send(
        body ? 'POST' : 'GET',
        path,
        body,
      );
      if (status !== 404) throw new Error(`${route}: ${status}, not 404`);
      return performance.now() - begun;
    };
    const times = { hidden: [] as number[], missing: [] as number[] };
    for (let pair = -WARM_UP; pair < PAIRS; pair += 1) {
      const never = newId();
      const hiddenFirst = pair % 2 === 0;
      const first = await ask(hiddenFirst ? hidden.id : never);
      const second = await ask(hiddenFirst ? never : hidden.id);
      if (pair < 0) continue;
      times.hidden.push(hiddenFirst ? first : second);
      times.missing.push(hiddenFirst ? second : first);
    }
    const forbidden = median(times.hidden);
    const missing = median(times.missing);
    const smaller = Math.min(forbidden, missing);
    const apart = Math.abs(forbidden - missing) / smaller;
    timings.push({ route, forbidden, missing, apart });
  }
  return timings;
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
