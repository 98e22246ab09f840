import { medianOf, type Rounds } from './compareTargets';

/** A line of figures for each target that was measured. */
export function tellTargets(
  measured: Rounds,
  over: string,
): Array<[string, string]> {
  return [...measured.keys()].map(name => {
    const figure = (of: 'median' | 'slow' | 'perSecond') =>
      medianOf(measured, name, of).toFixed(1);
    return [
      `${over}: ${name}`,
      `median ${figure('median')} ms, 97.5 % within ${figure('slow')} ms, ${figure('perSecond')} a second`,
    ];
  });
}

/** "1 connection", "16 connections". */
export const overWords = (connections: number) =>
  `${connections} connection${connections === 1 ? '' : 's'}`;
