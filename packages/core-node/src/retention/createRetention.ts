import { Destruction } from './Destruction';
import type { KeptRecords, KeptRow } from './KeptRecords';
import { RetentionReading } from './RetentionReading';
import { RetentionService } from './RetentionService';
import { RetentionSteps } from './RetentionSteps';
import { sweepRestored, sweepRetention } from './sweepRetention';

/** How long records of one kind are kept, and how they end. */
export interface Retention<Row extends KeptRow> {
  kept: KeptRecords<Row>;
  reading: RetentionReading<Row>;
  service: RetentionService<Row>;
  /** See {@link sweepRetention}. */
  sweep(now?: string): Promise<number>;
  /** See {@link sweepRestored}. */
  restore(): Promise<number>;
  /** What is done again and again, in this order. */
  sweeps: Array<() => Promise<number>>;
}

/** Puts together how long records of one kind are kept. */
export function createRetention<Row extends KeptRow>(
  kept: KeptRecords<Row>,
): Retention<Row> {
  const steps = new RetentionSteps(kept);
  const reading = new RetentionReading(kept, steps);
  const destruction = new Destruction(kept, steps);
  const swept = { kept, destruction };
  const sweep = (now?: string) => sweepRetention(swept, now);
  const restore = () => sweepRestored(swept);
  return {
    kept,
    reading,
    service: new RetentionService(kept, steps, reading, destruction),
    sweep,
    restore,
    // An older copy is put back while the hub stands still.
    sweeps: [once(restore), () => sweep()],
  };
}

/** Runs until it has gone well once. */
function once(run: () => Promise<number>): () => Promise<number> {
  let isDone = false;
  return async () => {
    if (isDone) return 0;
    const changed = await run();
    isDone = changed === 0;
    return changed;
  };
}
