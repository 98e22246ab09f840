import { ServiceUnavailableError } from '@backstage/errors';
import { DeadlineRulesError } from '@imsa-hub/core';
import type { DatabaseListener } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { composeLaw, type Law } from './composeLaw';
import type { DeadlineDirectory } from './DeadlineDirectory';
import type { DeadlineRuleProviders } from './deadlineRuleProviders';
import { NO_ROWS, readLawRows, type LawRows } from './lawRows';
import type { ShippedLaw } from './readShippedLaw';

const READ_AGAIN_MS = 15_000;
const RETRY_MS = 1_000;

/** What {@link DatabaseDeadlineDirectory} stands on. */
export interface DatabaseDeadlineDirectoryOptions {
  /** A pool that may read the schema `deadlines`. */
  knex: Knex;
  shipped: ShippedLaw;
  providers: DeadlineRuleProviders;
  listener: DatabaseListener;
  logger: { warn(message: string, meta?: Record<string, string>): void };
}

/**
 * The directory over PostgreSQL: read when it says that something changed, and
 * every 15 seconds besides. When it cannot be read the last reading stands; a
 * first reading there must have been.
 */
export class DatabaseDeadlineDirectory implements DeadlineDirectory {
  private readonly listeners = new Set<() => void>();
  private rows: LawRows | undefined;
  private law: Law | undefined;
  private providersIn = -1;
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: DatabaseDeadlineDirectoryOptions) {}

  /** Begins to listen and to read. */
  start(): void {
    this.options.listener.on('hub_deadlines', () => this.refreshQuietly());
    this.refreshQuietly();
  }

  /** Ends reading; the pool is its owner's. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  /**
   * Resolves when the rules have been read, or after `patienceMs` all the same:
   * a backend whose database is away starts, and knows no limits until then.
   *
   * @throws DeadlineRulesError where rules do not fit, so that it does not start
   */
  async begin(patienceMs: number): Promise<void> {
    const { shipped, providers } = this.options;
    composeLaw({ shipped, providers: providers.providers(), rows: NO_ROWS });
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        await this.refresh();
        return;
      } catch (error) {
        if (error instanceof DeadlineRulesError) throw error;
        if (this.closed || performance.now() > until) return;
        await new Promise(done => setTimeout(done, RETRY_MS));
      }
    }
  }

  current(): Law {
    // A module may add its rules after the first reading.
    const { length } = this.options.providers.providers();
    if (this.rows && length !== this.providersIn) this.compose(this.rows);
    if (!this.law) {
      throw new ServiceUnavailableError('The rules have not been read yet');
    }
    return this.law;
  }

  onChange(listener: () => void): () => void {
    const entry = () => listener();
    this.listeners.add(entry);
    return () => this.listeners.delete(entry);
  }

  refresh(): Promise<void> {
    if (!this.running) {
      this.running = this.read().finally(() => {
        this.running = undefined;
        this.plan();
      });
      return this.running;
    }
    // The reading under way may have begun before the caller's change.
    this.following ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.following = undefined;
        return this.refresh();
      });
    return this.following;
  }

  private async read(): Promise<void> {
    const rows = await readLawRows(this.options.knex);
    const before = this.law;
    this.compose(rows);
    if (before?.version === this.law?.version) return;
    for (const listener of this.listeners) {
      try {
        listener();
      } catch (error) {
        this.warn('A listener of the rules failed', error);
      }
    }
  }

  private compose(rows: LawRows): void {
    const providers = this.options.providers.providers();
    const law = composeLaw({ shipped: this.options.shipped, providers, rows });
    this.rows = rows;
    this.providersIn = providers.length;
    // The same law stays the same object: what was made of it is kept.
    if (law.version !== this.law?.version) this.law = law;
  }

  private refreshQuietly(): void {
    if (this.closed) return;
    this.refresh().catch(error =>
      this.warn('The rules cannot be read for now', error),
    );
  }

  private plan(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    const pause = this.law ? READ_AGAIN_MS : RETRY_MS;
    this.timer = setTimeout(() => this.refreshQuietly(), pause).unref();
  }

  private warn(message: string, error: unknown): void {
    this.options.logger.warn(message, { errorName: (error as Error).name });
  }
}
