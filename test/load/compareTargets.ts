import { measureRound, type Round, type Target } from './measureRound';

/** Rounds of each target, in the order they were measured. */
export type Rounds = Map<string, Round[]>;

/**
 * Measures several targets in turn, round after round, so that whatever else
 * the machine does in the meantime falls on all of them alike.
 */
export async function compareTargets(options: {
  targets: readonly Target[];
  connections: number;
  rounds: number;
  seconds: number;
  /** Requests a round, in place of seconds. */
  amount?: number;
  /** Called before a target is measured. */
  prepare?(target: Target): Promise<void>;
}): Promise<Rounds> {
  const { targets, rounds, prepare, ...round } = options;
  const measured: Rounds = new Map(targets.map(({ name }) => [name, []]));
  for (let index = 0; index < rounds; index += 1) {
    // There and back, so that nobody is always the first.
    const order = index % 2 === 0 ? targets : [...targets].reverse();
    for (const target of order) {
      await prepare?.(target);
      measured.get(target.name)?.push(await measureRound({ target, ...round }));
    }
  }
  return measured;
}

/** The median over the rounds of one figure. */
export function medianOf(
  rounds: Rounds,
  name: string,
  figure: keyof Round,
): number {
  return median((rounds.get(name) ?? []).map(round => round[figure]));
}

/** The median over the rounds of one figure divided by another's in that round. */
export function ratioOf(
  rounds: Rounds,
  figure: keyof Round,
  name: string,
  base: string,
): number {
  const bases = rounds.get(base) ?? [];
  return median(
    (rounds.get(name) ?? []).map(
      (round, index) => round[figure] / (bases[index]?.[figure] ?? Number.NaN),
    ),
  );
}

/** Answers that were not a success, over everything measured. */
export const failuresOf = (rounds: Rounds): number =>
  [...rounds.values()].flat().reduce((sum, round) => sum + round.failures, 0);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const above = sorted[middle] ?? Number.NaN;
  if (sorted.length % 2 === 1) return above;
  return ((sorted[middle - 1] ?? Number.NaN) + above) / 2;
}
