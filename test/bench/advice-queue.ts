import { measureReading } from '../load/measureReading';
import { measureWriting } from '../load/measureWriting';
import { describeMachine } from '../load/describeMachine';
import { QueueBench } from '../load/QueueBench';
import type { CheckResult } from '../checks/CheckResult';

/**
 * The open queue (50 rows, filtered by what its reader may see, most pressing
 * first) at 10,000 and 1,000,000 open queries, beside a bare Express and pg
 * handler that runs the same statement; and creating, claiming and reading a
 * whole record beside a handler that replays their statements.
 *
 * `npm run bench -- advice-queue --quick` takes fewer and shorter rounds.
 */
export async function bench(args: readonly string[]): Promise<CheckResult> {
  const quick = args.includes('--quick');
  const machine = describeMachine();
  const setting = await QueueBench.start({
    large: quick ? 100_000 : 1_000_000,
  });
  try {
    const reading = await measureReading({
      setting,
      rounds: quick ? 3 : 9,
      seconds: quick ? 1.5 : 4,
    });
    const writing = await measureWriting({
      setting,
      rounds: quick ? 2 : 5,
      seconds: quick ? 1.5 : 3,
    });
    return {
      figures: [
        ...machine,
        ...setting.figures,
        ...writing.figures,
        ...reading.figures,
      ],
      holds: reading.holds && writing.failures === 0 && !quick,
    };
  } finally {
    await setting.stop();
  }
}
