import { HubClient } from '../support/HubClient';
import { fillLines, SCHEMAS, type Size } from './fillLines';
import {
  HubBench,
  say,
  startBenchHub,
  stopBenchHub,
  type BenchHub,
} from './HubBench';

/**
 * A real hub with two advice lines, of which the running hub sees the one that
 * was put in place last: renaming a schema takes a moment, so both sizes can be
 * measured in turn by the same process.
 */
export class QueueBench extends HubBench {
  private inPlace: Size = 'small';

  private constructor(
    started: BenchHub,
    /** Somebody who asks; nobody claims what they asked themselves. */
    readonly asker: HubClient,
    /** What was set up, in words and figures. */
    readonly figures: Array<[string, string]>,
  ) {
    super(started, 'advice');
  }

  static async start(options: { large: number }): Promise<QueueBench> {
    const started = await startBenchHub('coordinator');
    const { hub, knex } = started;
    try {
      const figures = await fillLines({
        hub,
        knex,
        large: options.large,
        say,
      });
      const asker = await HubClient.signIn(hub.url, 'imsa');
      return new QueueBench(started, asker, figures);
    } catch (error) {
      await stopBenchHub(started);
      throw error;
    }
  }

  get coordinator(): HubClient {
    return this.started.reader;
  }

  get personId(): string {
    return this.started.readerId;
  }

  get chain(): string {
    return this.started.employerId;
  }

  /** Puts one of the advice lines where the hub looks. */
  async place(size: Size): Promise<void> {
    if (size === this.inPlace) return;
    await this.knex.raw(`
      alter schema advice rename to ${SCHEMAS[this.inPlace]};
      alter schema ${SCHEMAS[size]} rename to advice`);
    this.inPlace = size;
  }

  /** Where a line's tables are now. */
  schemaOf(size: Size): string {
    return size === this.inPlace ? 'advice' : SCHEMAS[size];
  }
}
