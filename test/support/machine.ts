import { cpus, loadavg, totalmem } from 'node:os';

/** The machine in words, and how busy it is with other things: figures mean little without. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${gigabytes} GB; load ${loadavg()[0]?.toFixed(1)} in the last minute`;
}
