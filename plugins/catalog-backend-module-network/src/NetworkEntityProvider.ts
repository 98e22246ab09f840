import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PeopleDirectory } from '@imsa-hub/network-node';
import { networkEntities } from './networkEntities';

/** Several changes within this time become one mutation. */
const SETTLE_MS = 1_000;
const RETRY_MS = 10_000;

/** Keeps the catalog's users and groups as the register says. */
export class NetworkEntityProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stop: (() => void) | undefined;
  private applied = '';
  private closed = false;

  constructor(
    private readonly options: {
      people: PeopleDirectory;
      logger: Pick<LoggerService, 'warn'>;
    },
  ) {}

  getProviderName(): string {
    return 'network-register';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    this.stop = this.options.people.onChange(() => this.plan(SETTLE_MS));
    // Not awaited: the catalog starts whether or not the register can be read.
    void this.options.people.ready().then(() => this.plan(0));
  }

  /** Stops following the register. */
  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.stop?.();
  }

  private plan(pause: number): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.apply(), pause).unref();
  }

  private async apply(): Promise<void> {
    const { people, logger } = this.options;
    const entities = networkEntities(people);
    const digest = JSON.stringify(entities);
    if (digest === this.applied) return;
    try {
      await this.connection?.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity,
          locationKey: 'network:register',
        })),
      });
      this.applied = digest;
    } catch (error) {
      logger.warn('The catalog could not take the register; trying again', {
        errorName: (error as Error).name,
      });
      this.plan(RETRY_MS);
    }
  }
}
